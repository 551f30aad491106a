import { Module } from '@nestjs/common';
import { ContactGiven } from './contacts/contact-given.ts';
import { RecordContact } from './contacts/record-contact.command.ts';
import { Territories } from './contacts/territories.ts';
import { AcknowledgeGap } from './gaps/acknowledge-gap.command.ts';
import { AddressGap } from './gaps/address-gap.command.ts';
import { AnswerGap } from './gaps/answer-gap.command.ts';
import { AssignGap } from './gaps/assign-gap.command.ts';
import { CloseGap } from './gaps/close-gap.command.ts';
import { CommitToGap } from './gaps/commit-to-gap.command.ts';
import { Commitments } from './gaps/commitments.ts';
import { DeliverCommitment } from './gaps/deliver-commitment.command.ts';
import { GapBook } from './gaps/gap-book.ts';
import { JoinGaps } from './gaps/join-gaps.ts';
import { KnownToGaps } from './gaps/known-to-gaps.ts';

const commands = [AcknowledgeGap, AddressGap, AnswerGap, AssignGap, CloseGap, CommitToGap, DeliverCommitment, RecordContact];

/** What it takes to tell what was needed and what was done about it: no door, nothing that listens. */
@Module({ providers: [...commands, Commitments, ContactGiven, GapBook, JoinGaps, KnownToGaps, Territories], exports: commands })
export class NeedsToldModule {}
