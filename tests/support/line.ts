import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** The line between a browser and a hub: it can be cut, as a phone loses it, and mended. */
export class Line {
  private readonly ends = new Set<Socket>();
  private dark = false;
  private readonly held: (() => void)[] = [];
  private still = false;

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
    server.on('connection', near => {
      const join = () => line.join(near, connect(Number(port), hostname));
      if (line.still) line.held.push(join);
      else join();
    });
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

  /** Nothing passes any more, and nobody is told. */
  freeze(): void {
    this.still = true;
    for (const end of this.ends) end.unpipe().pause();
  }

  mend(): void {
    this.dark = false;
    if (this.still) for (const end of this.ends) end.destroy(); // what was on its way is lost
    this.still = false;
    for (const join of this.held.splice(0)) join();
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}
