export { SetN11Guidance } from './guidance/set-n11-guidance.command.ts';
export { LinesModule } from './lines.module.ts';
export { SetLine } from './set-line.command.ts';
export { TellLine } from './tell-line.command.ts';
