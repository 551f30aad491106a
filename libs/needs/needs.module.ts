import { Module } from '@nestjs/common';
import { CrisesModule } from '#libs/crises';
import { DirectoryModule } from '#libs/directory';
import { FinderModule } from '#libs/finder';
import { IdentityModule } from '#libs/identity';
import { addWords } from '#libs/platform';
import { StatusModule } from '#libs/status';
import { contactParts } from './contacts/contacts.ts';
import { RecordContact } from './contacts/record-contact.command.ts';
import { CheckWhenNobodyAnswers } from './following/check-when-nobody-answers.reaction.ts';
import { TellEditorsWhenAGapIsProposed } from './following/tell-editors-when-a-gap-is-proposed.reaction.ts';
import { TellFollowersWhenAGapEnds } from './following/tell-followers-when-a-gap-ends.reaction.ts';
import { emergencyParts } from './emergencies/emergencies.ts';
import { fileDoors, fileParts } from './files/files.ts';
import { followUpParts } from './follow-ups/follow-ups.ts';
import { gapParts } from './gaps/gaps.ts';
import { loadParts } from './load/load.ts';
import { NeedsImportModule } from './needs-import.module.ts';
import { ForgetPersons } from './persons/forget-persons.ts';
import { KeptPerson } from './persons/kept-person.ts';
import { roundParts } from './rounds/rounds.ts';
import { surgeParts } from './surges/surges.resolver.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

const following = [CheckWhenNobodyAnswers, TellEditorsWhenAGapIsProposed, TellFollowersWhenAGapEnds];

const personParts = [KeptPerson, ForgetPersons, ...emergencyParts, ...followUpParts, ...roundParts];

@Module({
  imports: [CrisesModule, DirectoryModule, FinderModule, IdentityModule, NeedsImportModule, StatusModule],
  controllers: fileDoors,
  providers: [...contactParts, ...gapParts, ...loadParts, ...surgeParts, ...fileParts, ...following, ...personParts],
  exports: [RecordContact, ForgetPersons],
})
export class NeedsModule {}
