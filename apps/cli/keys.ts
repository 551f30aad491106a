import { DataSource } from 'typeorm';
import { Envelopes, KeyRing, UnitOfWork } from '#libs/platform';
import { inRooms } from './rooms.ts';
import { tell, warn } from './spoken.ts';

const AT_ONCE = 200;

/** `keys rotate`: in parts, so that hubs go on beside it; cut short, the next one goes on from there. */
export const rotateKeys = (): Promise<void> =>
  inRooms(async rooms => {
    const envelopes = rooms.get(Envelopes);
    let count = 0;
    for (let done = AT_ONCE; done > 0; count += done) done = await rooms.get(UnitOfWork).run(tx => envelopes.rewrap(tx, AT_ONCE));
    const { fingerprint } = await rooms.get(KeyRing).newest();
    const { missing, unreadable } = await envelopes.unreadable(rooms.get(DataSource).manager);
    tell('CLI_KEYS_ROTATED', { count, fingerprint });
    if (unreadable === 0) return;
    warn('CLI_KEYS_MISSING', { unreadable, missing: missing.join(', ') });
    process.exitCode = 1;
  });
