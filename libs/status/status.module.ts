import { Module } from '@nestjs/common';
import { CrisesModule } from '#libs/crises';
import { DirectoryModule } from '#libs/directory';
import { addWords } from '#libs/platform';
import { ConfirmServiceStatus } from './confirm-service-status.command.ts';
import { RecountFreshness } from './recount-freshness.ts';
import { RecountFreshnessWhenCrisesChange } from './recount-freshness-when-crises-change.reaction.ts';
import { RecountFreshnessWhenSchedulesChange } from './recount-freshness-when-schedules-change.reaction.ts';
import { ReportServiceStatus } from './report-service-status.command.ts';
import { ContradictServiceStatus } from './contradict-service-status.command.ts';
import { ContradictionBook } from './contradiction-book.ts';
import { Contradictions } from './contradictions.query.ts';
import { ContradictionResolver, ContradictionSettledResolver, ContradictionsResolver } from './contradictions.resolver.ts';
import { SettleContradiction } from './settle-contradiction.command.ts';
import { OpenNow } from './open-now.loader.ts';
import { PlannedWords } from './planned-words.ts';
import { ServicePresent } from './service-present.ts';
import { ServiceSeen } from './service-seen.loader.ts';
import { Speaking } from './speaking.ts';
import { StatusBook } from './status-book.ts';
import { StatusByLocation } from './status-by-location.loader.ts';
import { StatusOfService } from './status-of-service.loader.ts';
import { StatusReportById } from './status-report-by-id.loader.ts';
import { StatusReports } from './status-reports.query.ts';
import { FreshnessRecounted, ServiceStatusChanged, ServiceStatusChangeResolver } from './status.live.ts';
import { ServiceStatusConfirmedResolver, ServiceStatusReportedResolver, ServiceStatusResolver, StatusResolver } from './status.resolver.ts';
import { StatusReportResolver, StatusWordResolver } from './word.resolver.ts';
import { WhatAnotherSaid } from './what-another-said.query.ts';
import { TakePastWordsIn } from './take-past-words-in.command.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

const commands = [ReportServiceStatus, ConfirmServiceStatus, ContradictServiceStatus, SettleContradiction, TakePastWordsIn];
const reads = [
  ContradictionBook,
  Contradictions,
  OpenNow,
  ServicePresent,
  ServiceSeen,
  Speaking,
  StatusBook,
  StatusByLocation,
  StatusOfService,
  StatusReportById,
  StatusReports,
  WhatAnotherSaid,
];
const reactions = [PlannedWords, RecountFreshness, RecountFreshnessWhenCrisesChange, RecountFreshnessWhenSchedulesChange];
const doors = [
  ContradictionResolver,
  ContradictionSettledResolver,
  ContradictionsResolver,
  FreshnessRecounted,
  ServiceStatusChanged,
  ServiceStatusChangeResolver,
  ServiceStatusConfirmedResolver,
  ServiceStatusReportedResolver,
  ServiceStatusResolver,
  StatusReportResolver,
  StatusResolver,
  StatusWordResolver,
];

@Module({
  imports: [CrisesModule, DirectoryModule],
  providers: [...commands, ...reads, ...reactions, ...doors],
  exports: [...commands, RecountFreshness, StatusOfService, StatusReportById],
})
export class StatusModule {}
