export { type DemoLoaded, loadDemo, loadDemoIfEmpty } from './load-demo.ts';
