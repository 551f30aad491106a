import { fileURLToPath } from 'node:url';
import { Module } from '@nestjs/common';
import { DemonstrationHere } from './demonstration-here.query.ts';
import { DemonstrationResolver } from './demonstration.resolver.ts';
import { ReloadDemonstration } from './reload-demonstration.command.ts';

export const demonstrationSdl = fileURLToPath(new URL('./*.graphql', import.meta.url));

@Module({ providers: [DemonstrationHere, DemonstrationResolver, ReloadDemonstration] })
export class DemonstrationModule {}
