import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, newId } from '#libs/kernel';
import { Audit, isPushService, say, Settings, UnitOfWork } from '#libs/platform';
import type { SubscribeToPushInput } from '#libs/schema';
import { Devices } from './devices.ts';
import { PushNotPossible } from './push.refusals.ts';

const WELCOME = 'push-welcome';
const MOST = 10;
const LONGEST = 2_000;

/** A device asks to be told. Where it is written to is bounded by the settings: nobody makes the hub write elsewhere. */
@Injectable()
export class SubscribeToPush {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Devices) private readonly devices: Devices,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    devices.define(WELCOME, language => ({
      title: say(language, 'PUSH_WELCOME_TITLE'),
      body: say(language, 'PUSH_WELCOME_BODY'),
      path: '/my-services',
      tag: WELCOME,
    }));
  }

  run(actor: Actor, { idempotencyKey, ...input }: SubscribeToPushInput): Promise<{ subscriptionId: string }> {
    this.demandPossible(input);
    return this.unitOfWork.once(actor, 'subscribeToPush', { ...input, idempotencyKey }, async tx => {
      await tx.lock('push', actor.accountId!);
      const [{ n }] = await tx.manager.query<[{ n: number }]>(
        'select count(*)::int as n from identity.push_subscription where account_id = $1 and endpoint <> $2',
        [actor.accountId, input.endpoint],
      );
      if (n >= MOST) throw new PushNotPossible('PUSH_TOO_MANY', null, { count: MOST });
      const [{ id }] = await tx.manager.query<[{ id: string }]>(
        `insert into identity.push_subscription (id, account_id, endpoint, p256dh, auth, made_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (endpoint) do update set account_id = excluded.account_id, p256dh = excluded.p256dh, auth = excluded.auth, made_at = excluded.made_at
         returning id`,
        [newId(), actor.accountId, input.endpoint, input.p256dh, input.auth, this.clock.now()],
      );
      await this.devices.tell(tx, WELCOME, id);
      await this.audit.record(tx, actor, { act: 'push:subscribe', subject: id });
      return { subscriptionId: id };
    });
  }

  private demandPossible({ endpoint, p256dh, auth }: SubscribeToPushInput): void {
    if (endpoint.length > LONGEST || !isPushService(endpoint, this.settings.pushOrigins))
      throw new PushNotPossible('PUSH_SERVICE_UNKNOWN', 'endpoint');
    if (!/^[\w-]{80,100}$/.test(p256dh) || Buffer.from(p256dh, 'base64url').length !== 65)
      throw new PushNotPossible('PUSH_KEYS_NOT_VALID', 'p256dh');
    if (!/^[\w-]{16,30}$/.test(auth) || Buffer.from(auth, 'base64url').length !== 16)
      throw new PushNotPossible('PUSH_KEYS_NOT_VALID', 'auth');
  }
}
