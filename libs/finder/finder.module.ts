import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { addWords } from '#libs/platform';
import { ExportsController } from './exports.controller.ts';
import { FinderResolver } from './finder.resolver.ts';
import { Magnitude } from './magnitude.ts';
import { Places } from './places.query.ts';
import { PlainController } from './plain/plain.controller.ts';
import { PlainFacts } from './plain/plain-facts.query.ts';
import { SelectServices } from './select-services.ts';
import { Selections } from './selections.ts';
import { ServiceTiles } from './service-tiles.ts';
import { Services } from './services.query.ts';
import { SituationBoard } from './situation.query.ts';
import { SituationResolver } from './situation.resolver.ts';
import { Suggestions } from './suggestions.query.ts';
import { TilesController } from './tiles.controller.ts';
import { WhereInText } from './where-in-text.query.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

@Module({
  imports: [DirectoryModule],
  controllers: [ExportsController, TilesController, PlainController],
  providers: [
    FinderResolver,
    Magnitude,
    Places,
    PlainFacts,
    Selections,
    SelectServices,
    Services,
    ServiceTiles,
    SituationBoard,
    SituationResolver,
    Suggestions,
    WhereInText,
  ],
  exports: [PlainFacts, SelectServices, Services],
})
export class FinderModule {}
