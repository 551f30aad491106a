import { loadDemo } from '../../demo/index.ts';
import { inRooms } from './rooms.ts';
import { tell, warn } from './spoken.ts';

const onProgress = (services: number): void => warn('CLI_DEMO_PROGRESS', { services });

/** `demo load`: what is there already stays as it is. */
export async function demoLoad({ services }: { services: number }): Promise<void> {
  const { organizations, services: made, accounts, words } = await inRooms(rooms => loadDemo(rooms, { services, onProgress }));
  tell('CLI_DEMO_LOADED', { organizations, services: made, accounts, words });
}
