import { addWords } from '#libs/platform';
import { AnswerByPoster } from './answer-by-poster.command.ts';
import { AnswersOfPoster } from './answers-of-poster.loader.ts';
import { MakePoster } from './make-poster.command.ts';
import { Pins } from './pins.ts';
import { PosterBook } from './poster-book.ts';
import { PosterPages } from './poster-pages.ts';
import { PostersByToken } from './posters-by-token.ts';
import { Posters } from './posters.query.ts';
import { posterResolvers } from './posters.resolver.ts';
import { PrintPoster } from './print-poster.command.ts';
import { RenewPosterPin } from './renew-poster-pin.command.ts';
import { RevokePoster } from './revoke-poster.command.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

/** What posters are made of, for the room. */
export const posterParts = [
  ...[MakePoster, PrintPoster, RenewPosterPin, RevokePoster, AnswerByPoster],
  ...[AnswersOfPoster, Pins, PosterBook, PosterPages, Posters, PostersByToken],
  ...posterResolvers,
];
