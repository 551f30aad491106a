import { Module } from '@nestjs/common';
import { addWords } from '#libs/platform';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

@Module({})
export class OutreachModule {}
