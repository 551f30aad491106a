import { useEffect } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useText } from '../../ui/localized.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { BoardMap } from './board-map.tsx';
import { listAddress, wallAddress } from './chosen.ts';
import { crisisOf } from './crisis-of.ts';
import { Days } from './days.tsx';
import { Filters } from './filters.tsx';
import { Head } from './head.tsx';
import { Lists } from './lists.tsx';
import css from './situation.module.css';
import { Strip } from './strip.tsx';
import { Timeline } from './timeline.tsx';
import { useBoard } from './use-board.ts';
import { useChosen } from './use-chosen.ts';
import { useKeys } from './use-keys.ts';
import { useWords } from './words.ts';

/** How things stand, who is to be called and what is disputed: one selection at one instant, as it happens. */
export function SituationScreen() {
  const { t } = useWords();
  const { me, may, unreachable } = useSession();
  if (me === undefined)
    return (
      <Screen title={t('title')} narrow>
        <div className={css.refused}>
          {!unreachable && <Waiting word={t('loading')} />}
          {unreachable && (
            <Calm title={t('failed')} alert>
              <p>{t('failedSafe')}</p>
            </Calm>
          )}
        </div>
      </Screen>
    );
  if (may('silence:read')) return <Situation />;
  return (
    <Screen title={t('title')} narrow>
      <div className={css.refused}>
        <Calm title={t('notYours')}>
          <Link to={me ? '/' : '/sign-in?next=/situation'}>{t(me ? 'seeList' : 'signIn')}</Link>
          <a href="tel:211">{t('call211')}</a>
        </Calm>
      </div>
    </Screen>
  );
}

function Situation() {
  const { t } = useWords();
  const textOf = useText();
  const announce = useAnnounce();
  const [chosen, choose] = useChosen();
  const board = useBoard(chosen);
  const crisis = crisisOf(board.crises, chosen.crisis);
  const navigate = useNavigate();
  const wall = wallAddress(chosen);
  useKeys({ buckets: chosen.buckets, onBuckets: buckets => choose({ buckets }), onWall: () => void navigate(wall) });

  const changed = board.marked.size;
  useEffect(() => {
    if (changed > 0) announce(t('changed', { count: changed }));
  }, [changed]);

  return (
    <Screen title={crisis ? textOf(crisis.name) : t('calm')}>
      {title => (
        <div className={css.screen} data-exercise={crisis?.exercise || undefined}>
          <Head title={title} board={board} crisis={crisis} chosen={chosen} wall={wall} />
          {board.failed && (
            <Calm title={t('failed')} alert>
              <p>{t('failedSafe')}</p>
              <button type="button" onClick={board.reread}>
                {t('again')}
              </button>
            </Calm>
          )}
          {!board.ready && !board.failed && <Waiting word={t('loading')} rows={5} high={112} />}
          {board.ready && (
            <>
              <Strip
                figures={board.figures}
                yesterday={board.yesterday}
                chosen={chosen.buckets}
                onChoose={buckets => choose({ buckets })}
              />
              <div className={css.columns} aria-busy={board.settling}>
                <div className={css.ground}>
                  <section className={css.panel} data-part="map" aria-labelledby="selected">
                    <div className={css.mapHead}>
                      <h2 id="selected">{t('services', { count: board.figures.selected })}</h2>
                      {!chosen.crisis && <Link to={listAddress(chosen)}>{t('seeThem')}</Link>}
                      <Filters chosen={chosen} crises={board.crises} onChoose={choose} />
                    </div>
                    <BoardMap held={board.held} onTown={territory => choose({ territory })} />
                  </section>
                  <Days chosen={chosen} open={board.figures.n.OPEN} all={board.figures.all} />
                </div>
                <Lists board={board} chosen={chosen} onTown={territory => choose({ territory })} />
                <Timeline entries={board.entries} marked={board.marked} standing={board.standing} names={board.names} />
              </div>
            </>
          )}
        </div>
      )}
    </Screen>
  );
}
