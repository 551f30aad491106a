import { loadDemo } from './demo/load-demo.ts';
import { inRooms } from './rooms.ts';
import { tell } from './spoken.ts';

/** `demo load`: what is there already stays as it is. */
export async function demoLoad({ services }: { services: number }): Promise<void> {
  const { organizations, services: made, accounts, reports } = await inRooms(rooms => loadDemo(rooms, services));
  tell('CLI_DEMO_LOADED', { organizations, services: made, accounts, reports });
}
