import { useMutation } from '@apollo/client/react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '../../hub/graphql.ts';
import { enterAsDisplay } from '../../hub/sign-in.ts';
import { useReread } from '../../hub/use-reread.ts';
import { Lantern } from '../../ui/lantern.tsx';
import { useTimes } from '../../ui/use-times.ts';
import css from './link-wall.module.css';
import wall from './wall.module.css';
import { useWords } from './words.ts';

const RequestDisplayCode = graphql(`
  mutation RequestDisplayCode {
    requestDisplayCode {
      code
      proof
      endsAt
    }
  }
`);

const EVERY = 4_000;
/** A screen that nobody links for two hours is left alone. */
const MOST = 8;

/** Says how this screen becomes one of an organization, and becomes it once somebody has typed its code. */
export function LinkWall() {
  const { t } = useWords();
  const times = useTimes();
  const [shown, show] = useState(0);
  const [request, { data, error }] = useMutation(RequestDisplayCode, { fetchPolicy: 'no-cache' });
  const asked = data?.requestDisplayCode;
  const rests = shown > MOST;

  const ask = useEffectEvent(() => request().catch(() => undefined)); // `error` says so
  useEffect(() => {
    if (!rests) void ask();
  }, [shown, rests]);
  useReread(error !== undefined, () => void request().catch(() => undefined));

  const come = useEffectEvent(async () => {
    if (!asked || document.hidden) return;
    const came = await enterAsDisplay(asked.proof).catch(() => 'waiting'); // without a line it goes on trying
    if (came === 'over') show(shown + 1);
  });
  useEffect(() => {
    if (!asked || rests) return;
    const timer = setInterval(() => void come(), EVERY);
    return () => clearInterval(timer);
  }, [asked, rests]);

  return (
    <main className={`${wall.away} ${css.link}`}>
      <Lantern />
      <h1>{t('link.title')}</h1>
      {rests && (
        <button type="button" className={css.again} onClick={() => show(1)}>
          {t('link.again')}
        </button>
      )}
      {!rests && error && <p role="alert">{t('link.failed')}</p>}
      {!rests && asked && (
        <>
          <p>{t('link.how')}</p>
          <output className={css.code}>{asked.code}</output>
          <p className={css.until}>{t('link.until', { time: times.clock(Date.parse(asked.endsAt)) })}</p>
        </>
      )}
      <p className={css.until}>{t('link.what')}</p>
      <Link to="/sign-in?next=/situation/wall">{t('link.mine')}</Link>
    </main>
  );
}
