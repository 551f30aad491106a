import { Module } from '@nestjs/common';
import { FinderResolver } from './finder.resolver.ts';
import { Places } from './places.query.ts';
import { Selections } from './selections.ts';
import { Services } from './services.query.ts';
import { Suggestions } from './suggestions.query.ts';

@Module({ providers: [FinderResolver, Places, Selections, Services, Suggestions] })
export class FinderModule {}
