import { Module } from '@nestjs/common';
import { FinderResolver } from './finder.resolver.ts';
import { Places } from './places.query.ts';
import { Selections } from './selections.ts';
import { Services } from './services.query.ts';
import { SituationBoard } from './situation.query.ts';
import { SituationResolver } from './situation.resolver.ts';
import { Suggestions } from './suggestions.query.ts';

@Module({ providers: [FinderResolver, Places, Selections, Services, SituationBoard, SituationResolver, Suggestions] })
export class FinderModule {}
