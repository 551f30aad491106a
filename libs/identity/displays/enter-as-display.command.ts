import { Inject, Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Clock, UserInputError } from '#libs/kernel';
import { Audit, type RequestContext, type Transaction, UnitOfWork } from '#libs/platform';
import { DisplayCodeNotValid } from '../identity.refusals.ts';
import { hashOf, newSecret } from '../secret.ts';
import { Sessions } from '../sessions.ts';
import { DisplayCodeEntity } from './display.entity.ts';

/** The screen comes back with its proof: once somebody has typed its code it enters, with a secret that no page ever reads. */
@Injectable()
export class EnterAsDisplay {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(request: RequestContext, proof: string): Promise<{ entered: boolean }> {
    if (!request.setSession) throw new UserInputError('A screen enters over HTTP.');
    const secret = await this.unitOfWork.run(tx => this.useUp(tx, request, proof));
    if (secret) await this.sessions.enter(request, secret, { lasting: true });
    return { entered: secret !== null };
  }

  /** Null while nobody has typed its code. */
  private async useUp(tx: Transaction, { credential }: RequestContext, proof: string): Promise<string | null> {
    const [[linked]] = await tx.manager.query<[{ display_id: string }[], number]>(
      'delete from identity.display_code where proof_hash = $1 and display_id is not null returning display_id',
      [hashOf(proof)],
    );
    if (!linked) {
      const waits = await tx.manager.existsBy(DisplayCodeEntity, { proofHash: hashOf(proof), endsAt: MoreThan(this.clock.now()) });
      if (!waits) throw new DisplayCodeNotValid('DISPLAY_CODE_NOT_VALID', 'proof');
      return null;
    }
    const secret = newSecret();
    const [, entered] = await tx.manager.query<[unknown, number]>(
      'update identity.display set secret_hash = $2 where id = $1 and ended_at is null',
      [linked.display_id, hashOf(secret)],
    );
    if (!entered) throw new DisplayCodeNotValid('DISPLAY_CODE_NOT_VALID', 'proof'); // taken away before it came
    if (credential?.kind === 'session') await this.sessions.end(tx, credential.secret); // nobody's session stays on a wall
    await this.audit.record(tx, { id: `display:${linked.display_id}` }, { act: 'display:enter', subject: linked.display_id });
    return secret;
  }
}
