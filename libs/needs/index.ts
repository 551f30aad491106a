export { NeedsModule } from './needs.module.ts';
