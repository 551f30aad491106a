import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { baseOfLinks } from '../outgoing/base.ts';
import { type Carrier, type Handing, NotSent, type Parcel, type Verdict } from '../outgoing/parcel.ts';
import { posted } from '../outgoing/posted.ts';
import { Sender } from '../outgoing/sender.ts';
import { Settings } from '../settings/settings.ts';
import { e164 } from './telephone.ts';
import type { Text } from './texts.ts';

/**
 * Brings text messages to a service that sends them: `POST FANAL_TEXT_URL` with `{id, to, text}` as JSON, the token as a bearer's. The id is
 * the same at each try. 2xx: taken; 408, 425, 429, 5xx: again later; anything else: never.
 */
@Injectable()
export class TextCarrier implements Carrier<Text> {
  readonly channel = 'TEXT';
  readonly width = 5;
  readonly perMinute: number;
  private readonly ended = new AbortController();

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Sender) sender: Sender,
  ) {
    this.perMinute = settings.textPerMinute;
    if (settings.textUrl) sender.carryBy(this);
  }

  base(): string | null {
    if (!this.settings.textUrl) throw new NotSent('FANAL_TEXT_URL_NOT_SET');
    return baseOfLinks(this.settings, () => this.host.httpAdapter.getHttpServer().address());
  }

  async carry({ id }: Parcel, { to, text }: Text, handing: Handing): Promise<Verdict> {
    const { textUrl, textToken } = this.settings;
    const number = e164(to);
    if (!number) return { came: 'NEVER', code: 'NOT_A_TELEPHONE' };
    const told = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(textToken && { authorization: `Bearer ${textToken}` }) },
      body: JSON.stringify({ id, to: number, text }),
    };
    return posted(textUrl!, told, { handing, stopped: this.ended.signal, away: 'AWAY' }); // without one nothing is claimed
  }

  async close(): Promise<void> {
    this.ended.abort();
  }
}
