import { once } from 'node:events';
import WebSocket from 'ws';
import { kitchen } from '../../tests/support/region.ts';

const PACE = 50;
const says = `mutation ($id: ID!, $state: ServiceState!, $note: String) {
  reportServiceStatus(input: { serviceId: $id, state: $state, note: { fr: $note } }) { __typename } }`;
const asked = {
  situation: `{ situation { total toConfirm counts { state n } byTerritory { territory { code } total } } }`,
  services: `{ services(first: 50) { totalCount edges { node { id name { fr en } organization { id name { fr } } status { state since freshness } } } } }`,
};

/** A board that is looked at: what is reported comes to it, and what it asks is answered. Milliseconds. */
export class Board {
  private heard: () => void = () => undefined;

  private constructor(
    private readonly address: string,
    private readonly token: string,
    private readonly socket: WebSocket,
  ) {}

  static async open(address: string, token: string): Promise<Board> {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { token } }));
    await once(socket, 'message');
    const board = new Board(address, token, socket);
    socket.on('message', (data: Buffer) => {
      if (data.includes('"type":"ping"')) socket.send('{"type":"pong"}');
      if (data.includes('"type":"next"')) board.heard();
    });
    const query = `subscription { serviceStatusChanged { service { id } status { state } } }`;
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
    await new Promise(done => setTimeout(done, 500));
    return board;
  }

  /** What each took, one after the other, as long as that lasts. */
  async watchedFor(lasts: () => Promise<void>): Promise<Record<string, number[]>> {
    const took: Record<string, number[]> = { 'a report, to who watches': [], situation: [], services: [] };
    let over = false;
    const ended = lasts().finally(() => (over = true));
    for (let round = 0; !over; round += 1) {
      took['a report, to who watches']!.push(await this.report(round));
      for (const name of ['situation', 'services'] as const) {
        const begun = performance.now();
        await this.ask(asked[name]);
        took[name]!.push(performance.now() - begun);
      }
      await new Promise(done => setTimeout(done, PACE));
    }
    await ended;
    return took;
  }

  close(): void {
    this.socket.close();
  }

  private async report(round: number): Promise<number> {
    const begun = performance.now();
    const told = new Promise<number>(done => (this.heard = () => done(performance.now() - begun)));
    await this.ask(says, { id: kitchen, state: round % 2 ? 'LIMITED' : 'OPEN', note: `tour ${round}` });
    return told;
  }

  private async ask(query: string, variables: object = {}): Promise<void> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { errors } = (await response.json()) as { errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
  }
}
