import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentRequest, type RequestContext } from '#libs/platform';
import type { AnswerUpdateRequestInput, DeclineUpdateRequestInput } from '#libs/schema';
import { StatusReportById } from '#libs/status';
import { AnswerUpdateRequest, type UpdateRequestAnswered } from './answer-update-request.command.ts';
import { DeclineUpdateRequest } from './decline-update-request.command.ts';
import { OpenUpdateRequest } from './open-update-request.command.ts';
import { RequestsByLink } from './requests-by-link.ts';
import { UpdateRequests } from './update-requests.query.ts';

@Resolver()
export class AnswersResolver {
  constructor(
    @Inject(RequestsByLink) private readonly byLink: RequestsByLink,
    @Inject(UpdateRequests) private readonly requests: UpdateRequests,
    @Inject(OpenUpdateRequest) private readonly open: OpenUpdateRequest,
    @Inject(AnswerUpdateRequest) private readonly answer: AnswerUpdateRequest,
    @Inject(DeclineUpdateRequest) private readonly decline: DeclineUpdateRequest,
  ) {}

  @Query()
  async updateRequest(@CurrentRequest() { address }: RequestContext, @Args('token') token: string) {
    const request = await this.byLink.find(token, address);
    return request && this.requests.of(request);
  }

  @Mutation()
  openUpdateRequest(@CurrentRequest() from: RequestContext, @Args('token') token: string) {
    return this.open.run(from, token);
  }

  @Mutation()
  answerUpdateRequest(@CurrentRequest() from: RequestContext, @Args('input') input: AnswerUpdateRequestInput) {
    return this.answer.run(from, input);
  }

  @Mutation()
  declineUpdateRequest(@CurrentRequest() from: RequestContext, @Args('input') input: DeclineUpdateRequestInput) {
    return this.decline.run(from, input);
  }
}

@Resolver('UpdateRequestAnswered')
export class UpdateRequestAnsweredResolver {
  constructor(
    @Inject(RequestsByLink) private readonly byLink: RequestsByLink,
    @Inject(UpdateRequests) private readonly requests: UpdateRequests,
    @Inject(StatusReportById) private readonly reportById: StatusReportById,
  ) {}

  @ResolveField()
  async services(@Parent() { requestId, serviceIds }: UpdateRequestAnswered) {
    const request = await this.byLink.load(requestId);
    return request ? this.requests.named(request, serviceIds) : []; // revoked a moment ago
  }

  @ResolveField()
  async others(@Parent() { answerId }: UpdateRequestAnswered) {
    return Promise.all((await this.requests.others(answerId)).map(id => this.reportById.load(id)));
  }
}
