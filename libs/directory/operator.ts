import { Actor } from '#libs/kernel';

/** Who imports: whoever has the command line of the hub, or the hub itself when it loads its demonstration. */
export const operator = new Actor({ id: 'operator', grants: [] });
