export { Actor, type Grant, type Placed, type Reach } from './actor.ts';
export { Clock } from './clock.ts';
export { Forbidden, ResumeExpired, Unauthenticated, UserInputError } from './errors.ts';
export { idFrom, idFromSource, newId } from './ids.ts';
export { type Language, languageAsked, languageFrom, languages, type Localized, localized } from './language.ts';
export { isPosition, type Position, positionAfter } from './position.ts';
export { Refusal, type RefusalParams } from './refusal.ts';
