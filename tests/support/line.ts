import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** The line between a browser and a hub: it can be cut, as a phone loses it, and mended. */
export class Line {
  private readonly ends = new Set<Socket>();
  private dark = false;

  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  static async to(url: string): Promise<Line> {
    const { hostname, port } = new URL(url);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const line = new Line(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', near => line.join(near, connect(Number(port), hostname)));
    return line;
  }

  private join(near: Socket, far: Socket): void {
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(end);
      end.on('error', () => undefined).on('close', () => (other.destroy(), this.ends.delete(end)));
    }
    if (this.dark) return void near.destroy();
    near.pipe(far).pipe(near);
  }

  cut(): void {
    this.dark = true;
    for (const end of this.ends) end.destroy();
  }

  mend(): void {
    this.dark = false;
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}
