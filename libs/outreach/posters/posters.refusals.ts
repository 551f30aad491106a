import { Refusal } from '#libs/kernel';

export class PosterNotMade extends Refusal<'POSTER_OF_ANOTHER' | 'POSTER_ORGANIZATION_NOT_FOUND' | 'POSTER_PLACE_IS_HIDDEN'> {}

/** Also what a caller is told who may not manage it. */
export class PosterNotFound extends Refusal<'POSTER_NOT_FOUND'> {}

/** A wrong number, a poster that was revoked, one that never was: the same. */
export class PosterNotValid extends Refusal<'POSTER_NOT_VALID'> {
  constructor() {
    super('POSTER_NOT_VALID', 'pin');
  }
}

export class InvalidFirstName extends Refusal<'FIRST_NAME_MISSING' | 'FIRST_NAME_TOO_LONG'> {}
