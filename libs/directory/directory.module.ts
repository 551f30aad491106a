import { Module } from '@nestjs/common';
import { DirectoryResolver, TerritoryResolver } from './directory.resolver.ts';
import { LocationOfService } from './location-of-service.loader.ts';
import { OrganizationById } from './organization-by-id.loader.ts';
import { Organizations } from './organizations.query.ts';
import { ParentOfTerritory } from './parent-of-territory.loader.ts';
import { ReferenceData } from './reference-data.query.ts';
import { ServiceById } from './service-by-id.loader.ts';
import { TerritoryByCode } from './territory-by-code.loader.ts';

const loaders = [LocationOfService, OrganizationById, ParentOfTerritory, ServiceById, TerritoryByCode];
const reads = [Organizations, ReferenceData];
const doors = [DirectoryResolver, TerritoryResolver];

@Module({ providers: [...loaders, ...reads, ...doors], exports: loaders })
export class DirectoryModule {}
