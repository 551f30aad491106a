import { useSession } from '../../hub/session.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { Screen } from '../../ui/screen.tsx';
import css from './call-desk.module.css';
import { Flag } from './flag.tsx';
import { Gate } from './gate.tsx';
import { useWords } from './words.ts';

/** Beside another centre's own software: what nobody could offer, in three keys. */
export function FlagScreen() {
  const { t } = useWords();
  const { may } = useSession();
  return (
    <Announcer>
      {!may('need:record') && <h1 className={css.flagTitle}>{t('flag.title')}</h1>}
      <Gate title={t('flag.title')} at="/signaler" failed={t('failedGround')}>
        <Screen title={t('flag.title')}>
          {title => (
            <main className={css.flagScreen}>
              {title}
              <Flag />
            </main>
          )}
        </Screen>
      </Gate>
    </Announcer>
  );
}
