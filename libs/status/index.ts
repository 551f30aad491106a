import { StatusReportEntity } from './status-report.entity.ts';

export { ConfirmServiceStatus } from './confirm-service-status.command.ts';
export { ReportServiceStatus } from './report-service-status.command.ts';
export { type ServiceFacts, ServiceHistoryEnteredEvent, ServiceStatusConfirmedEvent, ServiceStatusReportedEvent } from './status.events.ts';
export { StatusModule } from './status.module.ts';
export { StatusOfService } from './status-of-service.loader.ts';

export const statusEntities = [StatusReportEntity];
