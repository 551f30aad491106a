import { migrate, settingsFrom } from '#libs/platform';
import { type DemoLoaded, loadDemo, reloadDemo } from '../../demo/index.ts';
import { inRooms } from './rooms.ts';
import { tell, warn } from './spoken.ts';

const onProgress = (services: number): void => warn('CLI_DEMO_PROGRESS', { services });

/** `demo load`: what is there already stays as it is. */
export const demoLoad = ({ services }: { services: number }): Promise<void> =>
  timed(() => inRooms(rooms => loadDemo(rooms, { services, onProgress })));

/** `demo reload`: what is there gives way. */
export const demoReload = (): Promise<void> => timed(() => inRooms(rooms => reloadDemo(rooms)));

/** Also where no hub has ever run. */
async function timed(work: () => Promise<DemoLoaded>): Promise<void> {
  const from = performance.now();
  await migrate(settingsFrom(process.env).databaseUrl);
  const { organizations, services, accounts, words } = await work();
  tell('CLI_DEMO_LOADED', { organizations, services, accounts, words, seconds: Math.round((performance.now() - from) / 1_000) });
}
