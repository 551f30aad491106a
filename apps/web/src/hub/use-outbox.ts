import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Act, ActKind, Answered } from './act.ts';
import { ask } from './ask.ts';
import { client } from './client.ts';
import { keptActs } from './kept.ts';
import { Outbox } from './outbox.ts';
import { knowsServerTime, serverNow } from './server-clock.ts';
import { accountHere, signInAgain } from './session.ts';

const Context = createContext<Outbox | null>(null);
export const OutboxProvider = Context.Provider;

/** The queue of this browser: its disk, its lock, its line. */
export function openOutbox(kinds: Record<string, ActKind>): Outbox {
  const others = new BroadcastChannel('outbox');
  const kindOf = (act: Act) => kinds[act.kind]!; // kept acts are of kinds that were put here
  const outbox = new Outbox({
    kept: { ...keptActs, all: async () => (await keptActs.all()).filter(act => act.kind in kinds) },
    async ask(act) {
      const answer = await ask(client, kindOf(act), act);
      if (answer === 'sign in') signInAgain();
      return answer;
    },
    show: act => client.cache.batch({ optimistic: act.key, update: cache => kindOf(act).show(cache, act) }),
    hide: act => client.cache.removeOptimistic(act.key),
    // Where there are no locks (plain http on a local network) the key alone makes it one effect.
    alone: async work => void (await (navigator.locks?.request('outbox', work) ?? work())),
    tell: () => others.postMessage('changed'),
    account: accountHere,
    now: serverNow,
    knowsTime: knowsServerTime,
    deviceNow: Date.now,
    mayReach: () => navigator.onLine,
  });
  others.onmessage = () => void outbox.reload();
  void outbox.reload().then(outbox.send);
  addEventListener('online', () => void outbox.send());
  setInterval(() => void outbox.send(), 5_000);
  return outbox;
}

export function useOutbox(): Outbox {
  const outbox = useContext(Context);
  if (!outbox) throw new Error('OutboxProvider is missing');
  return outbox;
}

export function useActs(): readonly Act[] {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.now);
}

export function useAnswered(): readonly Answered[] {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.answered);
}
