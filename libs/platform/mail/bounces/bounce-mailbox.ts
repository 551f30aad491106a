import { ImapFlow } from 'imapflow';
import { isLoopback } from '../../http/address.ts';
import { type BounceSource, LARGEST, type Took } from './bounce-source.ts';

const PATIENCE = 30_000;
const AT_ONCE = 500;
const isNear = (host: string): boolean => host === 'localhost' || isLoopback(host);

/** A mailbox of a mail server: `imaps://user:password@host/INBOX`. What is none of ours stays there, marked as read. */
export class BounceMailbox implements BounceSource {
  constructor(private readonly url: string) {}

  async read(take: (raw: Buffer) => Promise<Took>, stopped: () => boolean): Promise<void> {
    const { client, mailbox } = this.client();
    await client.connect();
    try {
      const lock = await client.getMailboxLock(mailbox);
      try {
        await this.unread(client, take, stopped);
      } finally {
        lock.release();
      }
      await client.logout();
    } finally {
      client.close();
    }
  }

  private client(): { client: ImapFlow; mailbox: string } {
    const { protocol, hostname, port, username, password, pathname } = new URL(this.url);
    const secure = protocol === 'imaps:';
    const host = hostname.replace(/^\[|\]$/g, '');
    const client = new ImapFlow({
      host,
      port: Number(port) || (secure ? 993 : 143),
      secure,
      // a password crosses no network in the clear
      ...(!secure && !isNear(host) && { doSTARTTLS: true }),
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
    });
    client.on('error', () => undefined); // whoever waits is told
    return { client, mailbox: decodeURIComponent(pathname.slice(1)) || 'INBOX' };
  }

  private async unread(client: ImapFlow, take: (raw: Buffer) => Promise<Took>, stopped: () => boolean): Promise<void> {
    const uids = (await client.search({ seen: false }, { uid: true })) || [];
    for (const uid of uids.slice(0, AT_ONCE)) {
      if (stopped()) return;
      const message = await client.fetchOne(`${uid}`, { source: { maxLength: LARGEST } }, { uid: true });
      if (!message || !message.source) continue;
      const took = await take(message.source);
      if (took === 'TAKEN') await client.messageDelete(`${uid}`, { uid: true });
      else if (took === 'NOT_OURS') await client.messageFlagsAdd(`${uid}`, ['\\Seen'], { uid: true });
    }
  }
}
