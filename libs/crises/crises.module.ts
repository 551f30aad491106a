import { Module } from '@nestjs/common';
import { FreshnessLimits } from './freshness-limits.ts';

@Module({ providers: [FreshnessLimits], exports: [FreshnessLimits] })
export class CrisesModule {}
