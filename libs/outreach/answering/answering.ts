import { AnswerUpdateRequest } from './answer-update-request.command.ts';
import { RequestBook } from './request-book.ts';
import { AnswersResolver, UpdateRequestAnsweredResolver } from './answers.resolver.ts';
import { DeclineUpdateRequest } from './decline-update-request.command.ts';
import { NewLink } from './new-link.mail.ts';
import { OpenUpdateRequest } from './open-update-request.command.ts';
import { RequestsByLink } from './requests-by-link.ts';
import { TakeWords } from './take-words.ts';
import { UpdateRequests } from './update-requests.query.ts';

/** What answering by a link is made of. */
export const answeringParts = [
  AnswerUpdateRequest,
  DeclineUpdateRequest,
  NewLink,
  RequestBook,
  OpenUpdateRequest,
  RequestsByLink,
  TakeWords,
  UpdateRequests,
];
export const answeringDoors = [AnswersResolver, UpdateRequestAnsweredResolver];
