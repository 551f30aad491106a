import { client, onAnswer } from './client.ts';
import { connection } from './connection.ts';
import { keptView } from './kept.ts';
import { serverNow } from './server-clock.ts';
import { accountHere, isLeaving } from './session.ts';

const often = 500;

/** Shows what this device last saw of the hub, before the hub has said anything. */
export async function restoreView(): Promise<void> {
  const view = await keptView.read().catch(() => undefined); // a device that keeps nothing still works
  if (!view) return;
  client.cache.restore(view.cache);
  connection.kept(view.at);
}

/** Keeps what the hub has answered, a moment after each answer; acts still hoped for are not in it. */
export function keepView(): void {
  let soon: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    soon = undefined;
    if (isLeaving()) return;
    client.cache.gc();
    const view = { account: accountHere(), at: connection.trueAt() ?? serverNow(), cache: client.cache.extract(false) };
    void keptView.write(JSON.parse(JSON.stringify(view))).catch(() => undefined); // a full disk costs the view, nothing else
  };
  onAnswer(() => (soon ??= setTimeout(write, often)));
  addEventListener('pagehide', () => soon !== undefined && write()); // what was just read is not lost with the page
}
