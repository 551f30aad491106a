import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { AskInterpretationInput, QueryInterpretationFiguresArgs, RecordInterpretationInput } from '#libs/schema';
import { AskInterpretation } from './ask-interpretation.command.ts';
import { Interpretations } from './interpretations.query.ts';
import { RecordInterpretation } from './record-interpretation.command.ts';

@Resolver()
class InterpretationResolver {
  constructor(
    @Inject(Interpretations) private readonly read: Interpretations,
    @Inject(AskInterpretation) private readonly ask: AskInterpretation,
    @Inject(RecordInterpretation) private readonly record: RecordInterpretation,
  ) {}

  @Query()
  interpretationFigures(@Args() args: QueryInterpretationFiguresArgs) {
    return this.read.figures(args);
  }

  @Mutation()
  askInterpretation(@CurrentActor() actor: Actor, @Args('input') input: AskInterpretationInput) {
    return this.ask.run(actor, input);
  }

  @Mutation()
  recordInterpretation(@CurrentActor() actor: Actor, @Args('input') input: RecordInterpretationInput) {
    return this.record.run(actor, input);
  }
}

class OfOne {
  constructor(@Inject(Interpretations) private readonly read: Interpretations) {}

  @ResolveField()
  interpretation(@Parent() { interpretationId }: { interpretationId: string }) {
    return this.read.one(interpretationId);
  }
}

@Resolver('InterpretationAsked')
class InterpretationAskedResolver extends OfOne {}

@Resolver('InterpretationRecorded')
class InterpretationRecordedResolver extends OfOne {}

export const interpretationParts = [AskInterpretation, Interpretations, RecordInterpretation];
export const interpretationDoors = [InterpretationResolver, InterpretationAskedResolver, InterpretationRecordedResolver];
