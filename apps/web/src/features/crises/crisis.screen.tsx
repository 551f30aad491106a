import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ExerciseGround } from '../../ui/exercise.tsx';
import { useText } from '../../ui/localized.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { Areas } from './areas.tsx';
import css from './crises.module.css';
import { CrisisHead } from './crisis-head.tsx';
import { Freshness } from './freshness.tsx';
import { History } from './history.tsx';
import { Instructions } from './instructions.tsx';
import { Matters } from './matters.tsx';
import { Missions } from './missions.tsx';
import { useCrisis } from './use-crisis.ts';
import { useWords } from './words.ts';

/** One event: where it stands, what people are to be told, who does what; and in place, the acts of who may change it. */
export function CrisisScreen() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const textOf = useText();
  const { may } = useSession();
  const announce = useAnnounce();
  const { crisis, situation, known, failed, justChanged, reread } = useCrisis(id);
  useEffect(() => {
    if (justChanged) announce(t('justChanged'));
  }, [justChanged]);

  if (failed)
    return (
      <Screen title={t('one')}>
        <div className={css.screen}>
          <Calm title={t('failed')} alert>
            <p>{t('failedSafe')}</p>
            <button type="button" onClick={reread}>
              {t('again')}
            </button>
            <a href="tel:211">{t('call211')}</a>
          </Calm>
        </div>
      </Screen>
    );
  if (!known)
    return (
      <Screen title={t('loading')}>
        <div className={css.screen}>
          <Waiting word={t('loading')} rows={3} />
        </div>
      </Screen>
    );
  if (!crisis)
    return (
      <Screen title={t('one')}>
        <div className={css.screen}>
          <Calm title={t('notFound')}>
            <Link to="/crises">{t('seeAll')}</Link>
            <a href="tel:211">{t('call211')}</a>
          </Calm>
        </div>
      </Screen>
    );
  const mayChange = may('crisis:change');
  return (
    <Screen title={textOf(crisis.name)}>
      {title => (
        <div className={css.screen}>
          {crisis.exercise && <ExerciseGround />}
          <CrisisHead title={title} crisis={crisis} situation={situation} justChanged={justChanged} />
          <Contents first={mayChange ? 'areas' : 'instructions'} />
          <div className={css.columns}>
            <div>
              {!mayChange && <Instructions crisis={crisis} mayChange={false} />}
              <Areas crisis={crisis} concerned={crisis.exercise ? undefined : situation?.total} mayChange={mayChange} />
              {mayChange && <Instructions crisis={crisis} mayChange />}
              <Missions crisis={crisis} mayChange={mayChange} />
            </div>
            <div>
              <Freshness crisis={crisis} mayChange={mayChange} />
              <Matters crisis={crisis} mayChange={mayChange} />
              <History crisis={crisis} />
            </div>
          </div>
        </div>
      )}
    </Screen>
  );
}

/** On a phone the page is long: its parts, in their order. */
function Contents({ first }: { first: 'areas' | 'instructions' }) {
  const { t } = useWords();
  const second = first === 'areas' ? 'instructions' : 'areas';
  return (
    <nav aria-label={t('onThisPage')}>
      <ul className={css.contents}>
        {([first, second, 'missions', 'freshness', 'matters', 'history'] as const).map(part => (
          <li key={part}>
            <a href={`#${part}`}>{t(`part.${part}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
