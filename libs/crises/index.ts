export { CrisesModule } from './crises.module.ts';
export { FreshnessLimits } from './freshness-limits.ts';
