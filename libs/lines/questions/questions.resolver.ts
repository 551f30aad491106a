import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { AnswerQuestionInput, AskQuestionInput, QueryAskedQuestionsArgs, SetQuestionAsideInput } from '#libs/schema';
import { AskQuestion } from './ask-question.command.ts';
import { InstructionExpiredMail } from './instruction-expired.mail.ts';
import { Questions } from './questions.query.ts';
import { SettleQuestion } from './settle-question.command.ts';
import { TellOwnerOfExpired } from './tell-owner-of-expired.ts';

@Resolver()
class QuestionsResolver {
  constructor(
    @Inject(Questions) private readonly read: Questions,
    @Inject(AskQuestion) private readonly ask: AskQuestion,
    @Inject(SettleQuestion) private readonly settle: SettleQuestion,
  ) {}

  @Query()
  askedQuestions(@CurrentActor() actor: Actor, @Args() args: QueryAskedQuestionsArgs) {
    return this.read.list(actor, args);
  }

  @Mutation()
  askQuestion(@CurrentActor() actor: Actor, @Args('input') input: AskQuestionInput) {
    return this.ask.run(actor, input);
  }

  @Mutation()
  answerQuestion(@CurrentActor() actor: Actor, @Args('input') input: AnswerQuestionInput) {
    return this.settle.answer(actor, input);
  }

  @Mutation()
  setQuestionAside(@CurrentActor() actor: Actor, @Args('input') input: SetQuestionAsideInput) {
    return this.settle.setAside(actor, input);
  }
}

class OfOneQuestion {
  constructor(@Inject(Questions) private readonly read: Questions) {}

  @ResolveField()
  question(@Parent() { questionId }: { questionId: string }) {
    return this.read.one(questionId);
  }
}

@Resolver('QuestionAsked')
class QuestionAskedResolver extends OfOneQuestion {}

@Resolver('QuestionSettled')
class QuestionSettledResolver extends OfOneQuestion {}

export const questionParts = [AskQuestion, InstructionExpiredMail, Questions, SettleQuestion, TellOwnerOfExpired];
export const questionDoors = [QuestionsResolver, QuestionAskedResolver, QuestionSettledResolver];
