import { Module } from '@nestjs/common';
import { CrisesModule } from '#libs/crises';
import { DirectoryModule } from '#libs/directory';
import { FinderModule } from '#libs/finder';
import { addWords } from '#libs/platform';
import { contactParts } from './contacts/contacts.ts';
import { RecordContact } from './contacts/record-contact.command.ts';
import { gapParts } from './gaps/gaps.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

@Module({
  imports: [CrisesModule, DirectoryModule, FinderModule],
  providers: [...contactParts, ...gapParts],
  exports: [RecordContact],
})
export class NeedsModule {}
