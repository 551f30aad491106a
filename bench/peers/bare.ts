// The floor: one text, written to each socket.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { change } from './change.ts';
import { serve } from './peer.ts';

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', socket =>
  socket.on('message', data => {
    const { type, id } = JSON.parse(String(data)) as { type: string; id?: string };
    if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
    if (type === 'ping') socket.send(`{"type":"pong","payload":${JSON.stringify({ id })}}`);
  }),
);
await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
serve({
  address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
  async publish(round) {
    const text = JSON.stringify({ id: '1', type: 'next', payload: { data: { serviceStatusChanged: change(round) } } });
    for (const socket of sockets.clients) socket.send(text);
  },
});
