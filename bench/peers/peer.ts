/** What every peer promises its parent process: it says where it listens, does as it is told, and says what that cost. */
export interface Peer {
  address: string;
  /** Makes one change that every subscriber is told of. */
  publish(round: number): Promise<void>;
}

/** Runs a peer in this process. CPU in microseconds, of all threads of the process. */
export function serve(peer: Peer): void {
  process.on('message', (told: { do: 'publish' | 'cpu'; round: number }) => {
    if (told.do === 'cpu') {
      const { user, system } = process.cpuUsage();
      process.send?.({ cpu: user + system, rss: process.memoryUsage.rss() });
    } else void peer.publish(told.round);
  });
  process.send?.({ address: peer.address });
}
