import { Module } from '@nestjs/common';
import { addWords } from '#libs/platform';
import { AddCrisisArea } from './add-crisis-area.command.ts';
import { ChangeCrisisPhase } from './change-crisis-phase.command.ts';
import { CrisisChanged } from './crises.live.ts';
import { Crises } from './crises.query.ts';
import { crisesResolvers } from './crises.resolver.ts';
import { CrisisBook } from './crisis-book.ts';
import { DeclareLocalEmergency } from './declare-local-emergency.command.ts';
import { EndLocalEmergency } from './end-local-emergency.command.ts';
import { FreshnessLimits } from './freshness-limits.ts';
import { OpenCrisis } from './open-crisis.command.ts';
import { SetAreaLead } from './set-area-lead.command.ts';
import { SetCrisisMatters } from './set-crisis-matters.command.ts';
import { SetFreshness } from './set-freshness.command.ts';
import { SetInstruction } from './set-instruction.command.ts';
import { SetMission } from './set-mission.command.ts';
import { WithdrawInstruction } from './withdraw-instruction.command.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

const commands = [
  OpenCrisis,
  ChangeCrisisPhase,
  AddCrisisArea,
  SetAreaLead,
  SetCrisisMatters,
  SetFreshness,
  DeclareLocalEmergency,
  EndLocalEmergency,
  SetMission,
  SetInstruction,
  WithdrawInstruction,
];

@Module({
  providers: [...commands, Crises, CrisisBook, CrisisChanged, FreshnessLimits, ...crisesResolvers],
  exports: [...commands, Crises, FreshnessLimits],
})
export class CrisesModule {}
