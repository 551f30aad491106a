import { Module } from '@nestjs/common';
import { CrisesModule } from '#libs/crises';
import { DirectoryModule } from '#libs/directory';
import { IdentityModule } from '#libs/identity';
import { addWords } from '#libs/platform';
import { guidanceDoors, guidanceParts } from './guidance/guidance.resolver.ts';
import { interpretationDoors, interpretationParts } from './interpretation/interpretation.resolver.ts';
import { LineChanged } from './lines.live.ts';
import { Lines } from './lines.query.ts';
import { lineDoors } from './lines.resolver.ts';
import { questionDoors, questionParts } from './questions/questions.resolver.ts';
import { CallUpController } from './roster/call-up.controller.ts';
import { rosterDoors, rosterParts } from './roster/roster.resolver.ts';
import { routingDoors, routingParts } from './routing/routing.resolver.ts';
import { SetLineException } from './set-line-exception.command.ts';
import { SetLine } from './set-line.command.ts';
import { TellLine } from './tell-line.command.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

const parts = [...guidanceParts, ...interpretationParts, ...questionParts, ...rosterParts, ...routingParts];
const doors = [...lineDoors, ...guidanceDoors, ...interpretationDoors, ...questionDoors, ...rosterDoors, ...routingDoors];
const commands = [TellLine, SetLine, SetLineException];

@Module({
  imports: [CrisesModule, DirectoryModule, IdentityModule],
  controllers: [CallUpController],
  providers: [...commands, Lines, LineChanged, ...parts, ...doors],
  exports: [...commands, ...parts, Lines],
})
export class LinesModule {}
