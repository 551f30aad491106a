import { migrate, settingsFrom } from '#libs/platform';
import { type DemoLoaded, loadDemo, loadNeeds, reloadDemo } from '../../demo/index.ts';
import { inRooms } from './rooms.ts';
import { tell, warn } from './spoken.ts';

const onProgress = (services: number): void => warn('CLI_DEMO_PROGRESS', { services });

/** `demo load`: what is there already stays as it is. */
export const demoLoad = ({ services, needs }: { services: number; needs: number }): Promise<void> =>
  timed(() =>
    inRooms(async rooms => {
      const loaded = await loadDemo(rooms, { services, onProgress });
      if (needs > 0) tell('CLI_DEMO_NEEDS_LOADED', { needs: await loadNeeds(rooms, needs) });
      return loaded;
    }),
  );

/** `demo reload`: what is there gives way. */
export const demoReload = (): Promise<void> => timed(() => inRooms(rooms => reloadDemo(rooms)));

/** Also where no hub has ever run. */
async function timed(work: () => Promise<DemoLoaded>): Promise<void> {
  const from = performance.now();
  await migrate(settingsFrom(process.env).databaseUrl);
  const { organizations, services, accounts, words } = await work();
  tell('CLI_DEMO_LOADED', { organizations, services, accounts, words, seconds: Math.round((performance.now() - from) / 1_000) });
}
