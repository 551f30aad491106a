import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

interface Kept {
  uid: number;
  raw: string;
  seen: boolean;
  deleted: boolean;
}

/** As much of IMAP4rev1 (RFC 3501) as a client needs that reads one mailbox: it keeps messages, marks and removes them. */
export class ImapPeer {
  readonly kept: Kept[] = [];
  readonly loggedIn: string[] = [];
  refusesLogin = false;
  private uid = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ImapPeer> {
    const server = createServer();
    const peer = new ImapPeer(server);
    server.on('connection', socket => peer.meet(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return peer;
  }

  get url(): string {
    return `imap://retours%40fanal:s%C3%A9same@127.0.0.1:${(this.server.address() as AddressInfo).port}/Retours`;
  }

  put(raw: string): void {
    this.kept.push({ uid: ++this.uid, raw, seen: false, deleted: false });
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise(done => this.server.close(done));
  }

  private meet(socket: Socket): void {
    let held = '';
    this.sockets.add(socket.on('error', () => undefined));
    socket.write('* OK IMAP4rev1 ready\r\n');
    socket.on('data', data => {
      held += data.toString('latin1');
      for (let end = held.indexOf('\r\n'); end >= 0; end = held.indexOf('\r\n')) {
        const line = held.slice(0, end);
        held = held.slice(end + 2);
        if (/\{\d+\}$/.test(line)) throw new Error('It sends no literals.');
        const [tag = '', ...words] = line.split(' ');
        socket.write(this.answer(tag, words.join(' ')));
        if (/^LOGOUT/i.test(words.join(' '))) socket.end();
      }
    });
  }

  private answer(tag: string, command: string): string {
    const [name = ''] = command.split(' ');
    const said = this.commands[name.toUpperCase()]?.(command);
    if (said === null) return `${tag} NO [AUTHENTICATIONFAILED] no\r\n`;
    return said === undefined ? `${tag} BAD unknown\r\n` : `${said}${tag} OK done\r\n`;
  }

  private readonly commands: Record<string, (command: string) => string | null | undefined> = {
    CAPABILITY: () => '* CAPABILITY IMAP4rev1 UIDPLUS\r\n',
    LOGIN: command => (this.refusesLogin ? null : (this.loggedIn.push(command), '')),
    NOOP: () => '',
    LIST: command => `* LIST () "/" ${/""\s*$/.test(command) ? '""' : 'Retours'}\r\n`,
    LSUB: () => '',
    SELECT: () =>
      `* FLAGS (\\Seen \\Deleted)\r\n* ${this.kept.length} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT ${this.uid + 1}] ok\r\n`,
    CLOSE: () => '',
    LOGOUT: () => '* BYE\r\n',
    UID: command => this.byUid(command.slice(4)),
  };

  private byUid(command: string): string | undefined {
    const [name = '', uids = ''] = command.split(' ');
    const those = this.kept.filter(({ uid }) => `${uid}` === uids);
    if (/^SEARCH/i.test(name)) return `* SEARCH${this.kept.filter(({ seen }) => !seen).map(({ uid }) => ` ${uid}`).join('')}\r\n`; // prettier-ignore
    if (/^FETCH/i.test(name)) return those.map(each => this.fetched(each)).join('');
    if (/^STORE/i.test(name)) {
      for (const each of those) Object.assign(each, { seen: each.seen || /\\Seen/.test(command), deleted: /\\Deleted/.test(command) });
      return '';
    }
    if (!/^EXPUNGE/i.test(name)) return undefined;
    return those.map(each => `* ${this.kept.splice(this.kept.indexOf(each), 1).length && 1} EXPUNGE\r\n`).join('');
  }

  private fetched(each: Kept): string {
    const bytes = Buffer.from(each.raw).toString('latin1');
    return `* ${this.kept.indexOf(each) + 1} FETCH (UID ${each.uid} BODY[]<0> {${bytes.length}}\r\n${bytes})\r\n`;
  }
}
