import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type * as Given from '#libs/schema';
import { GapById } from '../gaps/gap-by-id.loader.ts';
import { ContactById } from './contact-by-id.loader.ts';
import { ContactDrafts } from './contact-drafts.ts';
import { Contacts } from './contacts.query.ts';
import { NeedKinds } from './need-kinds.query.ts';
import { RecordContact } from './record-contact.command.ts';

@Resolver()
export class ContactsResolver {
  constructor(
    @Inject(Contacts) private readonly read: Contacts,
    @Inject(NeedKinds) private readonly kinds: NeedKinds,
    @Inject(ContactDrafts) private readonly drafts: ContactDrafts,
    @Inject(RecordContact) private readonly record: RecordContact,
  ) {}

  @Query()
  needKinds(@CurrentActor() actor: Actor, @Args() { crisisId }: Given.QueryNeedKindsArgs) {
    return this.kinds.all(actor, crisisId);
  }

  @Query()
  understandNeed(@CurrentActor() actor: Actor, @Args() args: Given.QueryUnderstandNeedArgs) {
    return this.kinds.understand(actor, args);
  }

  @Query()
  handoverTargets() {
    return this.read.targets();
  }

  @Query()
  contactDrafts(@CurrentActor() actor: Actor) {
    return this.drafts.mine(actor);
  }

  @Query()
  myContacts(@CurrentActor() actor: Actor, @Args() { since }: Given.QueryMyContactsArgs) {
    return this.read.mine(actor, since);
  }

  @Query()
  alikeContacts(@Args('input') input: Given.AlikeContactsInput) {
    return this.read.alike(input);
  }

  @Query()
  seriousRiskRegister(@Args() args: Given.QuerySeriousRiskRegisterArgs) {
    return this.read.register(args);
  }

  @Mutation()
  recordContact(@CurrentActor() actor: Actor, @Args('input') input: Given.RecordContactInput) {
    return this.record.run(actor, input);
  }

  @Mutation()
  keepContactDraft(@CurrentActor() actor: Actor, @Args('input') input: Given.KeepContactDraftInput) {
    return this.drafts.keep(actor, input);
  }

  @Mutation()
  dropContactDraft(@CurrentActor() actor: Actor, @Args('draftId') draftId: string) {
    return this.drafts.drop(actor, draftId);
  }
}

@Resolver('ContactRecorded')
export class ContactRecordedResolver {
  constructor(@Inject(ContactById) private readonly byId: ContactById) {}

  @ResolveField()
  contact(@Parent() { contactId }: { contactId: string }) {
    return this.byId.load(contactId);
  }
}

@Resolver('Need')
export class NeedResolver {
  constructor(@Inject(GapById) private readonly gaps: GapById) {}

  @ResolveField()
  gap(@CurrentActor() actor: Actor, @Parent() { gapId }: { gapId: string | null }) {
    return gapId ? this.gaps.seen(actor, gapId) : null;
  }
}
