import { Module } from '@nestjs/common';
import { CrisesModule } from '#libs/crises';
import { DirectoryModule } from '#libs/directory';
import { addWords } from '#libs/platform';
import { ConfirmServiceStatus } from './confirm-service-status.command.ts';
import { ReportServiceStatus } from './report-service-status.command.ts';
import { StatusBook } from './status-book.ts';
import { StatusByLocation } from './status-by-location.loader.ts';
import { StatusOfService } from './status-of-service.loader.ts';
import { StatusReportById } from './status-report-by-id.loader.ts';
import { StatusReports } from './status-reports.query.ts';
import { ServiceStatusChanged, ServiceStatusChangeResolver } from './status.live.ts';
import {
  ServiceStatusConfirmedResolver,
  ServiceStatusReportedResolver,
  ServiceStatusResolver,
  StatusReportResolver,
  StatusResolver,
} from './status.resolver.ts';
import { WhatAnotherSaid } from './what-another-said.query.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

const commands = [ReportServiceStatus, ConfirmServiceStatus];
const reads = [StatusBook, StatusByLocation, StatusOfService, StatusReportById, StatusReports, WhatAnotherSaid];
const doors = [
  ServiceStatusChanged,
  ServiceStatusChangeResolver,
  ServiceStatusConfirmedResolver,
  ServiceStatusReportedResolver,
  ServiceStatusResolver,
  StatusReportResolver,
  StatusResolver,
];

@Module({
  imports: [CrisesModule, DirectoryModule],
  providers: [...commands, ...reads, ...doors],
  exports: [...commands, StatusOfService],
})
export class StatusModule {}
