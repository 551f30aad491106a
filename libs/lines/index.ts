export { LinesModule } from './lines.module.ts';
