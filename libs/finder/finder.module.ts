import { Module } from '@nestjs/common';
import { FinderResolver } from './finder.resolver.ts';
import { Services } from './services.query.ts';

@Module({ providers: [FinderResolver, Services] })
export class FinderModule {}
