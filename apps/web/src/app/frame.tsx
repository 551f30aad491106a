import { useState } from 'react';
import { Link, Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { EmergencyBand, EmergencyKey } from '../features/emergency/index.ts';
import { useSession } from '../hub/session.ts';
import { Announcer } from '../ui/announcer.tsx';
import { Lantern } from '../ui/lantern.tsx';
import { TitlePlace } from '../ui/screen.tsx';
import { ZoneContext } from '../ui/use-times.ts';
import { Bands } from './bands.tsx';
import { ConnectionSign } from './connection-sign.tsx';
import css from './frame.module.css';
import { DemonstrationMark } from './demonstration-mark.tsx';
import { GoAnywhere } from './go-anywhere.tsx';
import { Language, Scheme, Who } from './head-tools.tsx';
import { Rooms } from './rooms.tsx';
import { useWords } from './words.ts';

/** What stands around every screen: who and where one is, whether it is live, and the ways to the other rooms. */
export function Frame() {
  const { t } = useWords();
  const { region } = useSession();
  const [titlePlace, setTitlePlace] = useState<HTMLElement | null>(null);
  const leaving = useNavigation().state !== 'idle';
  const zone = region?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

  return (
    <ZoneContext value={zone}>
      <Announcer>
        <a className={`${css.skip} unseen`} href="#content">
          {t('skip')}
        </a>
        <DemonstrationMark />
        <header className={css.head}>
          <div className={css.bar}>
            <Link to="/" className={css.brand} aria-label={t('home')}>
              <Lantern />
              <span>Fanal</span>
            </Link>
            <Rooms />
            <div className={css.tools}>
              <GoAnywhere />
              <ConnectionSign />
              <Language />
              <Scheme />
              <Who />
            </div>
          </div>
          <div className={css.title} ref={setTitlePlace} />
        </header>
        <Bands />
        <EmergencyBand />
        <EmergencyKey />
        <TitlePlace value={titlePlace}>
          <main id="content" tabIndex={-1} className={css.main} aria-busy={leaving}>
            <Outlet />
          </main>
        </TitlePlace>
        <ScrollRestoration />
      </Announcer>
    </ZoneContext>
  );
}
