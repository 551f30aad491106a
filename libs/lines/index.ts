export { SetN11Guidance } from './guidance/set-n11-guidance.command.ts';
export { LinesModule } from './lines.module.ts';
export { TellOwnerOfExpired } from './questions/tell-owner-of-expired.ts';
export { FollowRoutingProblem } from './routing/follow-routing-problem.command.ts';
export { ForgetCallers } from './routing/forget-callers.ts';
export { ReportRoutingProblem } from './routing/report-routing-problem.command.ts';
export { SetLine } from './set-line.command.ts';
export { TellLine } from './tell-line.command.ts';
