import { Injectable } from '@nestjs/common';
import { ChooseOutgoing } from './choose-outgoing.ts';

/** It is not sent any more, and asks for nobody's attention. */
@Injectable()
export class GiveUpOutgoing extends ChooseOutgoing {
  protected readonly operation = 'giveUpOutgoing';
  protected readonly act = 'outgoing:give-up';
  protected readonly change = `
    update platform.outgoing set state = 'WITHDRAWN', last_error = coalesce(last_error, 'GIVEN_UP'), handed_at = null, claimed_by = null
    where id = any($1::uuid[]) and state in ('DEAD', 'UNSURE', 'PENDING') and $2::timestamptz is not null returning id`;
}
