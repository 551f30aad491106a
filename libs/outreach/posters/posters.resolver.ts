import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor, CurrentRequest, type RequestContext } from '#libs/platform';
import type { AnswerByPosterInput, MakePosterInput, PosterStepInput, PrintPosterInput, QueryPostersArgs } from '#libs/schema';
import { StatusReportById } from '#libs/status';
import { UpdateRequests } from '../answering/update-requests.query.ts';
import { AnswerByPoster, type PosterAnswered } from './answer-by-poster.command.ts';
import { AnswersOfPoster } from './answers-of-poster.loader.ts';
import { MakePoster } from './make-poster.command.ts';
import { PostersByToken } from './posters-by-token.ts';
import { type PosterRow, Posters } from './posters.query.ts';
import { PrintPoster } from './print-poster.command.ts';
import { RenewPosterPin } from './renew-poster-pin.command.ts';
import { RevokePoster } from './revoke-poster.command.ts';

@Resolver()
class PostersResolver {
  constructor(
    @Inject(Posters) private readonly read: Posters,
    @Inject(MakePoster) private readonly make: MakePoster,
    @Inject(PrintPoster) private readonly print: PrintPoster,
    @Inject(RenewPosterPin) private readonly renew: RenewPosterPin,
    @Inject(RevokePoster) private readonly revoke: RevokePoster,
    @Inject(AnswerByPoster) private readonly answer: AnswerByPoster,
  ) {}

  @Query()
  posters(@CurrentActor() actor: Actor, @Args() args: QueryPostersArgs) {
    return this.read.page(actor, args);
  }

  @Mutation()
  makePoster(@CurrentActor() actor: Actor, @Args('input') input: MakePosterInput) {
    return this.make.run(actor, input);
  }

  @Mutation()
  printPoster(@CurrentActor() actor: Actor, @Args('input') input: PrintPosterInput) {
    return this.print.run(actor, input);
  }

  @Mutation()
  renewPosterPin(@CurrentActor() actor: Actor, @Args('input') input: PosterStepInput) {
    return this.renew.run(actor, input);
  }

  @Mutation()
  revokePoster(@CurrentActor() actor: Actor, @Args('input') input: PosterStepInput) {
    return this.revoke.run(actor, input);
  }

  @Mutation()
  answerByPoster(@CurrentRequest() from: RequestContext, @Args('input') input: AnswerByPosterInput) {
    return this.answer.run(from, input);
  }
}

@Resolver('Poster')
class PosterResolver {
  constructor(@Inject(AnswersOfPoster) private readonly given: AnswersOfPoster) {}

  @ResolveField()
  answers(@Parent() { id }: PosterRow) {
    return this.given.load(id);
  }
}

class OfAPoster {
  constructor(@Inject(Posters) private readonly read: Posters) {}

  @ResolveField()
  poster(@Parent() { posterId }: { posterId: string }) {
    return this.read.one(posterId);
  }
}

@Resolver('PosterMade')
class PosterMadeResolver extends OfAPoster {}

@Resolver('PosterPrinted')
class PosterPrintedResolver extends OfAPoster {}

@Resolver('PosterStepDone')
class PosterStepDoneResolver extends OfAPoster {}

@Resolver('PosterAnswered')
class PosterAnsweredResolver {
  constructor(
    @Inject(PostersByToken) private readonly posters: PostersByToken,
    @Inject(UpdateRequests) private readonly answers: UpdateRequests,
    @Inject(StatusReportById) private readonly reportById: StatusReportById,
  ) {}

  @ResolveField()
  async services(@Parent() { posterId, serviceIds }: PosterAnswered) {
    const poster = await this.posters.load(posterId);
    return poster ? this.answers.named(poster, serviceIds) : []; // revoked a moment ago
  }

  @ResolveField()
  async others(@Parent() { answerId }: PosterAnswered) {
    return Promise.all((await this.answers.others(answerId)).map(id => this.reportById.load(id)));
  }
}

export const posterResolvers = [
  ...[PostersResolver, PosterResolver, PosterMadeResolver, PosterPrintedResolver, PosterStepDoneResolver],
  PosterAnsweredResolver,
];
