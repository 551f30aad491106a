import { useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useConnection } from '../../hub/connection.ts';
import { useSession } from '../../hub/session.ts';
import { Always } from '../../ui/always.tsx';
import { useKeys } from '../../ui/keys.ts';
import { useText } from '../../ui/localized.tsx';
import { BoardMap } from './board-map.tsx';
import { addressOf, chosenIn } from './chosen.ts';
import { crisisOf, running } from './crisis-of.ts';
import { Others } from './others.tsx';
import { LinkWall } from './link-wall.tsx';
import { Sentence } from './sentence.tsx';
import { useBoard } from './use-board.ts';
import { useWall } from './use-wall.ts';
import { WallFigures } from './wall-figures.tsx';
import { WallHead } from './wall-head.tsx';
import { WallLists } from './wall-lists.tsx';
import css from './wall.module.css';
import { useWords } from './words.ts';

/** Rings and names on the map, beside the board's. */
const ENLARGED = 1.45;

/** The board across a room: no hands, no names of who is silent, and never older than it says. Dark, unless the address says light. */
export function WallScreen() {
  const [address] = useSearchParams();
  const { me, may, unreachable, display } = useSession();
  const { t } = useWords();
  useEffect(() => void (document.title = `${t('toWall')} · Fanal`), [t]);
  return (
    <Always scheme={address.get('scheme') === 'light' ? 'light' : 'dark'}>
      {may('silence:read') || display ? (
        <Wall isScreen={display !== null} />
      ) : me === null ? (
        <LinkWall />
      ) : (
        <main className={css.away}>
          <h1>{t('toWall')}</h1>
          <p>{me === undefined ? t(unreachable ? 'failed' : 'loading') : t('notYours')}</p>
          {me && <Link to="/">{t('seeList')}</Link>}
        </main>
      )}
    </Always>
  );
}

/** `isScreen`: nobody's session is here, so there is no board to go back to. */
function Wall({ isScreen }: { isScreen: boolean }) {
  const { t } = useWords();
  const textOf = useText();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const [chosen] = useState(() => ({ ...chosenIn(address), buckets: [] }));
  const board = useBoard(chosen, { nameless: true });
  const crisis = crisisOf(board.crises, chosen.crisis);
  const { state } = useConnection();
  const { lapsed } = useSession();
  const { room, scale, style, idle } = useWall();
  useKeys([
    ...(isScreen
      ? []
      : [{ keys: ['m', 'Escape'], words: t('keys.board'), press: () => void navigate(`/situation?${addressOf(chosen).toString()}`) }]),
    { keys: ['f'], words: t('keys.full'), press: () => void room.current?.requestFullscreen().catch(() => undefined) },
  ]);
  const old = state !== 'live' || lapsed;
  return (
    <main ref={room} className={css.wall} style={style} data-old={old || undefined} data-idle={idle || undefined} aria-busy={!board.ready}>
      <WallHead title={crisis ? textOf(crisis.name) : t('calm')} crisis={crisis} lapsed={lapsed} />
      {!board.ready && <p className={css.nothing}>{t(board.failed ? 'failed' : 'loading')}</p>}
      {board.ready && (
        <>
          <div className={css.sentence}>
            <Sentence figures={board.figures} scope={crisis && !chosen.crisis ? 'all' : crisis ? 'event' : null} />
            <Others others={running(board.crises).filter(({ id }) => id !== crisis?.id)} />
          </div>
          <WallFigures figures={board.figures} yesterday={board.yesterday} scale={scale} />
          <div className={css.body}>
            <section className={css.map} aria-label={t('services', { count: board.figures.selected })} inert>
              <BoardMap key={scale} held={board.held} still={scale * ENLARGED} />
              <p className={css.ticks}>{t('wall.ticks')}</p>
            </section>
            <WallLists board={board} scale={scale} />
          </div>
        </>
      )}
    </main>
  );
}
