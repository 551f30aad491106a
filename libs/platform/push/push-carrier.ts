import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import webPush from 'web-push';
import { posted } from '../outgoing/posted.ts';
import { baseOfLinks } from '../outgoing/base.ts';
import type { Carrier, Handing, Parcel, Verdict } from '../outgoing/parcel.ts';
import { Sender } from '../outgoing/sender.ts';
import { addressIn } from '../settings/mail.ts';
import { Settings } from '../settings/settings.ts';
import { PushKeys } from './push-keys.ts';
import { isPushService } from './push-services.ts';
import type { Push } from './push.ts';

/** Seconds: a notice that is older is not worth waking anybody for. */
const WORTH = 12 * 3_600;

/** Brings notices to the services of the browsers' makers, encrypted for the device alone (RFC 8291). */
@Injectable()
export class PushCarrier implements Carrier<Push> {
  readonly channel = 'PUSH';
  readonly width = 10;
  readonly perMinute = Infinity;
  private readonly ended = new AbortController();

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(PushKeys) private readonly keys: PushKeys,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Sender) sender: Sender,
  ) {
    sender.carryBy(this);
  }

  base(): string | null {
    return baseOfLinks(this.settings, () => this.host.httpAdapter.getHttpServer().address());
  }

  async carry(_: Parcel, { device, notice }: Push, handing: Handing): Promise<Verdict> {
    if (!isPushService(device.endpoint, this.settings.pushOrigins)) return { came: 'NEVER', code: 'PUSH_SERVICE_UNKNOWN' };
    const { endpoint, p256dh, auth } = device;
    const details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(notice), {
      vapidDetails: { subject: `mailto:${addressIn(this.settings.mailFrom)}`, ...(await this.keys.pair()) },
      TTL: WORTH,
      urgency: 'high',
      contentEncoding: 'aes128gcm',
    });
    const { method, headers, body } = details;
    const request = { method, headers: headers as Record<string, string>, body: body && new Uint8Array(body) };
    return posted(endpoint, request, { handing, stopped: this.ended.signal, away: 'LATER' });
  }

  async close(): Promise<void> {
    this.ended.abort();
  }
}
