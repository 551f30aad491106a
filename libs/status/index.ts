import { StatusReportEntity } from './status-report.entity.ts';

export { ConfirmServiceStatus } from './confirm-service-status.command.ts';
export { ContradictServiceStatus } from './contradict-service-status.command.ts';
export { RecountFreshness } from './recount-freshness.ts';
export { ReportServiceStatus } from './report-service-status.command.ts';
export { type ServiceFacts, ServiceHistoryEnteredEvent, ServiceStatusConfirmedEvent, ServiceStatusReportedEvent } from './status.events.ts';
export { type PastWord, TakePastWordsIn } from './take-past-words-in.command.ts';
export { StatusModule } from './status.module.ts';
export { StatusReportById } from './status-report-by-id.loader.ts';
export { InvalidCapacity, InvalidTime, ServiceNotFound, TextTooLong } from './status.refusals.ts';
export { StatusOfService } from './status-of-service.loader.ts';

export const statusEntities = [StatusReportEntity];
