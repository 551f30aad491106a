import { Module } from '@nestjs/common';
import { addWords } from '#libs/platform';
import { AccessibilityOfLocation } from './accessibility-of-location.loader.ts';
import { OrganizationRecordById } from './organization-record.loader.ts';
import { ServiceRecordById } from './service-record.loader.ts';
import { DirectoryResolver, RegionResolver, TerritoryResolver } from './directory.resolver.ts';
import { HoursOfServiceById } from './hours/hours-of-service.loader.ts';
import { OpensNext } from './hours/opens-next.loader.ts';
import { OpenAt } from './hours/open-at.query.ts';
import { OpeningBook } from './hours/opening-book.ts';
import { ImportHsds } from './hsds/import-hsds.command.ts';
import { LocationOfService } from './location-of-service.loader.ts';
import { OrganizationById } from './organization-by-id.loader.ts';
import { Organizations } from './organizations.query.ts';
import { ParentOfTerritory } from './parent-of-territory.loader.ts';
import { ProposedChangeResolver, ProposedChangeSettledResolver, ProposalsResolver } from './proposals/proposals.resolver.ts';
import { ProposedChanges } from './proposals/proposed-changes.query.ts';
import { ProposeChange } from './proposals/propose-change.command.ts';
import { SettleProposedChange } from './proposals/settle-proposed-change.command.ts';
import { RelayFor } from './relay-for.loader.ts';
import { ReferenceData } from './reference-data.query.ts';
import { ServiceById } from './service-by-id.loader.ts';
import { LocationResolver, OrganizationResolver, ServiceResolver } from './service.resolver.ts';
import { BoundaryOfTerritory } from './territories/boundary-of-territory.loader.ts';
import { HeartOfTerritory } from './territories/heart-of-territory.loader.ts';
import { ImportBoundaries } from './territories/import-boundaries.command.ts';
import { TerritoryByCode } from './territory-by-code.loader.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

const commands = [ImportBoundaries, ImportHsds, OpeningBook, ProposeChange, SettleProposedChange];
const loaders = [
  BoundaryOfTerritory,
  HeartOfTerritory,
  AccessibilityOfLocation,
  OrganizationRecordById,
  ServiceRecordById,
  HoursOfServiceById,
  OpensNext,
  LocationOfService,
  OrganizationById,
  ParentOfTerritory,
  RelayFor,
  ServiceById,
  TerritoryByCode,
];
const reads = [OpenAt, Organizations, ProposedChanges, ReferenceData];
const doors = [
  DirectoryResolver,
  LocationResolver,
  OrganizationResolver,
  ProposalsResolver,
  ProposedChangeResolver,
  ProposedChangeSettledResolver,
  RegionResolver,
  ServiceResolver,
  TerritoryResolver,
];

@Module({ providers: [...commands, ...loaders, ...reads, ...doors], exports: [...commands, ...loaders, OpenAt] })
export class DirectoryModule {}
