export { ChangeCrisisPhase } from './change-crisis-phase.command.ts';
export {
  CrisisAreaAddedEvent,
  CrisisFreshnessSetEvent,
  CrisisMattersSetEvent,
  CrisisOpenedEvent,
  CrisisPhaseChangedEvent,
} from './crises.events.ts';
export { CrisisNotFound } from './crises.refusals.ts';
export { CrisesModule } from './crises.module.ts';
export { Crises } from './crises.query.ts';
export { DeclareLocalEmergency } from './declare-local-emergency.command.ts';
export { FreshnessLimits } from './freshness-limits.ts';
export { OpenCrisis } from './open-crisis.command.ts';
export { SetFreshness } from './set-freshness.command.ts';
export { SetInstruction } from './set-instruction.command.ts';
export { SetMission } from './set-mission.command.ts';
