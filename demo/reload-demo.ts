import type { INestApplicationContext } from '@nestjs/common';
import { RestoreMemberships } from '#libs/identity';
import { type Actor, Clock, newId } from '#libs/kernel';
import { Audit, OPERATOR, UnitOfWork } from '#libs/platform';
import { type DemoLoaded, enter, REGION } from './load-demo.ts';
import { alone, demandDemonstration, loadingOf } from './the-loading.ts';
import { type Then, then } from './then.ts';

/** What was there gives way to what is loaded today, in one transaction: nobody sees neither. */
export async function reloadDemo(
  app: INestApplicationContext,
  actor: Pick<Actor, 'id'> = OPERATOR,
  begun: () => void = () => undefined,
): Promise<DemoLoaded> {
  await demandDemonstration(app);
  return alone(app, () => {
    begun();
    return then(app, async there => {
      const { rooms, manager } = there;
      const kept = (await loadingOf(manager)) ? await wipe(there) : [];
      const loaded = await enter(there, REGION, app.get(Clock).now());
      await rooms.get(UnitOfWork).run(async tx => {
        await rooms.get(RestoreMemberships).run(tx, kept); // the organizations of today have the ids that those of before had
        await rooms.get(Audit).record(tx, actor, { act: 'demonstration:reload', subject: newId() });
      });
      return loaded;
    });
  });
}

/** The owner alone may, and the database asks itself whether this is a demonstration. Answers what people who are not invented held. */
async function wipe({ manager }: Then): Promise<object[]> {
  await manager.query('set local role fanal_owner');
  const kept = await manager.query<{ membership: object }[]>('select membership from demo.wipe() as membership');
  await manager.query('set local role fanal_app');
  return kept.map(({ membership }) => membership);
}
