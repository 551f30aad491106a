export { type DemoLoaded, loadDemo, loadDemoIfEmpty } from './load-demo.ts';
export { type Then, then } from './then.ts';
