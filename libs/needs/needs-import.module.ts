import { Module } from '@nestjs/common';
import { addWords } from '#libs/platform';
import { Territories } from './contacts/territories.ts';
import { importParts } from './files/files.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

/** What imports figures of the past needs, and nothing that listens or speaks. */
@Module({ providers: [...importParts, Territories], exports: importParts })
export class NeedsImportModule {}
