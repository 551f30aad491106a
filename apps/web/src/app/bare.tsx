import { Outlet } from 'react-router';
import { useSession } from '../hub/session.ts';
import { ZoneContext } from '../ui/use-times.ts';

/** Around a screen that fills a wall: nothing but the region's time. */
export function Bare() {
  const { region } = useSession();
  return (
    <ZoneContext value={region?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <Outlet />
    </ZoneContext>
  );
}
