import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationById } from '#libs/directory';
import type { Actor } from '#libs/kernel';
import { CurrentActor, CurrentRequest, type RequestContext } from '#libs/platform';
import type { EndDisplayInput, LinkDisplayInput } from '#libs/schema';
import { type Display, Displays } from './displays.query.ts';
import { EndDisplay } from './end-display.command.ts';
import { EnterAsDisplay } from './enter-as-display.command.ts';
import { LinkDisplay } from './link-display.command.ts';
import { RequestDisplayCode } from './request-display-code.command.ts';

@Resolver()
export class DisplaysResolver {
  constructor(
    @Inject(Displays) private readonly displays: Displays,
    @Inject(RequestDisplayCode) private readonly request: RequestDisplayCode,
    @Inject(LinkDisplay) private readonly link: LinkDisplay,
    @Inject(EnterAsDisplay) private readonly enter: EnterAsDisplay,
    @Inject(EndDisplay) private readonly end: EndDisplay,
  ) {}

  @Query()
  display(@CurrentActor() actor: Actor) {
    return this.displays.asking(actor);
  }

  @Query('displays')
  managed(@CurrentActor() actor: Actor) {
    return this.displays.managed(actor);
  }

  @Mutation()
  requestDisplayCode(@CurrentRequest() request: RequestContext) {
    return this.request.run(request);
  }

  @Mutation()
  enterAsDisplay(@CurrentRequest() request: RequestContext, @Args('proof') proof: string) {
    return this.enter.run(request, proof);
  }

  @Mutation()
  linkDisplay(@CurrentRequest() request: RequestContext, @Args('input') input: LinkDisplayInput) {
    return this.link.run(request, input);
  }

  @Mutation()
  endDisplay(@CurrentActor() actor: Actor, @Args('input') input: EndDisplayInput) {
    return this.end.run(actor, input);
  }
}

@Resolver('Display')
export class DisplayResolver {
  constructor(@Inject(OrganizationById) private readonly organizationById: OrganizationById) {}

  @ResolveField()
  organization(@Parent() { organizationId }: Display) {
    return this.organizationById.load(organizationId);
  }
}

@Resolver('DisplayEntered')
export class DisplayEnteredResolver {
  constructor(@Inject(Displays) private readonly displays: Displays) {}

  /** The screen that has just entered. */
  @ResolveField()
  display(@CurrentActor() actor: Actor, @Parent() { entered }: { entered: boolean }) {
    return entered ? this.displays.asking(actor) : null;
  }
}

@Resolver('DisplayLinked')
export class DisplayLinkedResolver {
  constructor(@Inject(Displays) private readonly displays: Displays) {}

  @ResolveField()
  display(@Parent() { displayId }: { displayId: string }) {
    return this.displays.one(displayId);
  }
}
