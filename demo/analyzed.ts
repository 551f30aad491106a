import type { EntityManager } from 'typeorm';
import { freshStatistics } from '#libs/platform';

/** All that a loading writes much of. */
export const analyzed = (manager: EntityManager): Promise<void> =>
  freshStatistics(manager, ['directory', 'identity', 'crises', 'status', 'platform']);
