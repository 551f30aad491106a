import { Inject, Injectable } from '@nestjs/common';
import { LinkNotValid } from '#libs/identity';
import { Actor, Clock, idFrom } from '#libs/kernel';
import { Links, Mail, Rate, type Transaction, UnitOfWork } from '#libs/platform';
import type { AnswerCallUpByLinkInput, AnswerCallUpInput, CallUpAnswer, EndCallUpInput } from '#libs/schema';
import { CALL_UP } from './call-up.mail.ts';
import { CallUpChangedEvent } from './roster.events.ts';
import { CallUpFilled, CallUpNotFound, CallUpOver } from './roster.refusals.ts';

interface Held {
  id: string;
  call_up_id: string;
  answer: CallUpAnswer | null;
}
interface CallUpHeld {
  id: string;
  wanted: number;
  confirmed: number;
  to_at: Date;
  ended_at: Date | null;
}

/** Yes, no, or not now. Of two who say yes at once to the last place, one has it. */
@Injectable()
export class AnswerCallUp {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Links) private readonly links: Links,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Rate) private readonly rate: Rate,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: AnswerCallUpInput): Promise<{ calledId: string }> {
    return this.unitOfWork.once(actor, 'answerCallUp', input, async tx => {
      const [called] = await tx.manager.query<Held[]>(
        'select id, call_up_id, answer from lines.called where call_up_id = $1 and account_id = $2',
        [idFrom(input.callUpId), actor.accountId],
      );
      if (!called) throw new CallUpNotFound('CALL_UP_NOT_FOUND', 'callUpId');
      return this.answer(tx, called.id, input.answer);
    });
  }

  /** `address`: from where the link is shown. A link that is none counts against it. */
  async byLink(address: string, { token, ...input }: AnswerCallUpByLinkInput): Promise<{ calledId: string }> {
    const calledId = await this.calledBy(token, address);
    if (!calledId) throw new LinkNotValid('LINK_NOT_VALID', 'token');
    const bearer = new Actor({ id: `link:${calledId}`, grants: [] });
    return this.unitOfWork.once(bearer, 'answerCallUpByLink', input, tx => this.answer(tx, calledId, input.answer));
  }

  /** Who is called by a link, without anything changing; null for one that is none. */
  async calledBy(token: string, address: string): Promise<string | null> {
    await this.rate.link(address);
    const link = await this.links.shown(CALL_UP, token);
    if (!link) await this.rate.badLink(address);
    return link?.subject ?? null;
  }

  end(actor: Actor, input: EndCallUpInput): Promise<{ callUpId: string }> {
    return this.unitOfWork.once(actor, 'endCallUp', input, async tx => {
      const callUp = await this.open(tx, idFrom(input.callUpId));
      await tx.manager.query('update lines.call_up set ended_at = $2 where id = $1', [callUp.id, this.clock.now()]);
      await this.mail.withdraw(tx, { group: callUp.id });
      tx.announce(CallUpChangedEvent.of(callUp.id, { v: 1, callUpId: callUp.id }));
      return { callUpId: callUp.id };
    });
  }

  /** Held from here on against every other answer. */
  private async open(tx: Transaction, callUpId: string | null): Promise<CallUpHeld> {
    const [callUp] = await tx.manager.query<CallUpHeld[]>('select * from lines.call_up where id = $1 for update', [callUpId]);
    if (!callUp) throw new CallUpNotFound('CALL_UP_NOT_FOUND', 'callUpId');
    if (callUp.ended_at || callUp.to_at <= this.clock.now()) throw new CallUpOver('CALL_UP_IS_OVER');
    return callUp;
  }

  private async answer(tx: Transaction, calledId: string, answer: CallUpAnswer): Promise<{ calledId: string }> {
    const [{ call_up_id: of }] = await tx.manager.query<[Held]>('select call_up_id from lines.called where id = $1', [calledId]);
    const callUp = await this.open(tx, of);
    const [{ answer: before }] = await tx.manager.query<[Held]>('select answer from lines.called where id = $1', [calledId]); // as it is now that we hold it
    if (answer === before) return { calledId };
    if (answer === 'YES' && callUp.confirmed >= callUp.wanted) throw new CallUpFilled('CALL_UP_FILLED', 'answer');
    await tx.manager.query('update lines.called set answer = $2, answered_at = $3 where id = $1', [calledId, answer, this.clock.now()]);
    const places = Number(answer === 'YES') - Number(before === 'YES');
    await tx.manager.query('update lines.call_up set confirmed = confirmed + $2 where id = $1', [callUp.id, places]);
    tx.announce(CallUpChangedEvent.of(callUp.id, { v: 1, callUpId: callUp.id }));
    return { calledId };
  }
}
