/** Errors that a caller is told by their code; the door words them in the caller's language. Everything else is masked. */
abstract class CallerError extends Error {
  abstract readonly code: string;
}

export class Unauthenticated extends CallerError {
  readonly code = 'UNAUTHENTICATED';
}

export class Forbidden extends CallerError {
  readonly code = 'FORBIDDEN';

  constructor(readonly permission: string) {
    super(`This needs the permission ${permission}.`);
  }
}

/** What no form could have sent: it is told to the one who wrote the call, in English. */
export class UserInputError extends CallerError {
  readonly code = 'BAD_USER_INPUT';
}

/** The position is of another epoch, or older than the log is resumed from: read anew. */
export class ResumeExpired extends CallerError {
  readonly code = 'RESUME_EXPIRED';
}
