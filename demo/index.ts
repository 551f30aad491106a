export { DemonstrationModule, demonstrationSdl } from './demonstration.module.ts';
export { type DemoLoaded, loadDemo, loadDemoIfEmpty } from './load-demo.ts';
export { loadNeeds } from './more-needs.ts';
export { reloadDemo } from './reload-demo.ts';
export { type Then, then } from './then.ts';
