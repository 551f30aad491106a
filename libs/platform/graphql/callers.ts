import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Response } from 'express';
import { languageAsked, Unauthenticated } from '#libs/kernel';
import { callerAddress } from '../http/address.ts';
import { Settings } from '../settings/settings.ts';
import { type Credential, Recognition, type Recognized, type RequestContext } from './context.ts';

/** As long as browsers keep a cookie, in seconds. */
const YEAR = 365 * 86_400;

/** Who sends a request, from what it shows: a bearer token before a cookie, and nobody is anybody. */
@Injectable()
export class Callers {
  readonly cookieName: string;
  private readonly secure: boolean;
  private known?: Recognition;

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
  ) {
    this.secure = settings.publicUrl?.startsWith('https:') ?? false;
    this.cookieName = this.secure ? '__Host-sid' : 'sid'; // a browser keeps the prefix for https
  }

  /** Asked for late: the room that knows people stands above us. */
  get recognition(): Recognition {
    return (this.known ??= this.modules.get(Recognition, { strict: false }));
  }

  addressOf(request: IncomingMessage): string {
    return callerAddress(request, this.settings.trustProxy);
  }

  /** What the request shows; an empty bearer loses its space on the way and is no token. */
  credentialOf(request: IncomingMessage): Credential | null {
    const bearer = /^bearer(?:\s+(.*))?$/i.exec(request.headers.authorization?.trim() ?? '');
    if (bearer?.[1]) return { kind: 'token', secret: bearer[1] };
    return this.cookieOf(request);
  }

  cookieOf(request: IncomingMessage): Credential | null {
    const secret = parseCookie(request.headers.cookie ?? '')[this.cookieName];
    return secret ? { kind: 'session', secret } : null;
  }

  /** A token that has ended must not pass for nobody: what was queued under it waits. A cookie that has ended is nobody's. */
  async recognize(credential: Credential | null): Promise<Recognized | null> {
    if (!credential) return null;
    const recognized = await this.recognition.recognize(credential);
    if (!recognized && credential.kind === 'token') throw new Unauthenticated();
    return recognized;
  }

  /** The context of a request over HTTP. */
  async contextOf(request: IncomingMessage & { id?: string }, response: Response): Promise<RequestContext> {
    const credential = this.credentialOf(request);
    const recognized = await this.recognize(credential);
    const meant = request.headers['fanal-account']; // whose act it is, where the page says so: another may have signed in since
    if (meant !== undefined && meant !== recognized?.accountId) throw new Unauthenticated();
    const actor = recognized?.actor ?? this.recognition.anonymous();
    return {
      actor,
      language: languageAsked(request.headers['accept-language']) ?? actor.language ?? 'fr',
      requestId: request.id ?? randomUUID(),
      transport: 'http',
      address: this.addressOf(request),
      credential: recognized ? credential : null,
      setSession: (secret, how) => response.append('set-cookie', this.setCookie(secret, how)),
    };
  }

  private setCookie(secret: string | null, { lasting = false } = {}): string {
    const until = secret === null ? { maxAge: 0 } : lasting && { maxAge: YEAR };
    return stringifySetCookie({
      name: this.cookieName,
      value: secret ?? '',
      httpOnly: true,
      secure: this.secure,
      sameSite: 'lax',
      path: '/',
      ...until,
    });
  }
}
