export { schematicLand, schematicRoads } from './schematic.ts';
export type { Frame } from './use-map.ts';
export type { MapPoint, Town } from './points.ts';
export { mixOf, type Mix } from './points.ts';
export { MixBar } from './ring.tsx';
export { ServiceMap } from './service-map.tsx';
