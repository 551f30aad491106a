import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../ui/icon.tsx';
import { now } from '../../ui/pulse.ts';
import { Chooser } from './chooser.tsx';
import css from './call-desk.module.css';
import { Clock, lasted } from './clock.tsx';
import { languageName } from './language-name.ts';
import { Key } from './key.tsx';
import type { Choices } from './keys.ts';
import { LineState } from './line-state.tsx';
import type { InHand } from './use-call.ts';
import type { Ground } from './use-ground.ts';
import { useWords } from './words.ts';

type BarProps = { inHand: InHand; choices: Choices; ground: Ground | undefined; onPause: () => void };

/** The call: since when, on which line, in which language and with whom, and how the line stands. */
export function Bar({ inHand: { desk, call, act }, choices, ground, onPause }: BarProps) {
  const { t } = useWords();
  const state = ground?.lines.find(({ code }) => code === call.line);
  return (
    <section className={css.bar} aria-label={t('call')}>
      <Clock since={call.startedAt} />
      {call.startedAt === null && (
        <button type="button" className={css.begin} onClick={() => act({ is: 'begin' })}>
          {t('begin')}
        </button>
      )}
      <div className={css.onLine}>
        <button type="button" aria-keyshortcuts="v" onClick={() => act({ is: 'ask', asking: desk.asking === 'line' ? null : 'line' })}>
          <Icon name="phone" size={18} /> <b>{t(`line.${call.line}`)}</b> <Key of="V" />
        </button>
        {desk.asking === 'line' && <Chooser asking="line" desk={desk} choices={choices} label={t('whichLine')} onAct={act} />}
      </div>
      <Interpreter inHand={{ call, act }} />
      <span className={css.spring} />
      {state && <LineState line={state} />}
      <nav className={css.ways} aria-label={t('besides')}>
        <Link to="/ma-journee">{t('myDay')}</Link>
        <button type="button" onClick={() => window.open('/signaler', 'signaler', 'popup,width=360,height=400')}>
          {t('flagWindow')}
        </button>
        {call.startedAt === null && (
          <button type="button" onClick={onPause}>
            {t('pause')}
          </button>
        )}
      </nav>
    </section>
  );
}

/** Not asked for, waited for, there: one key goes from one to the next. */
function Interpreter({ inHand: { call, act } }: { inHand: Pick<InHand, 'call' | 'act'> }) {
  const { t, i18n } = useWords();
  const { language, interpreterAskedAt: askedAt, interpreterHereAt: hereAt } = call;
  const [at, tick] = useState(now);
  useEffect(() => {
    if (!askedAt || hereAt) return;
    const timer = setInterval(() => tick(now()), 1_000);
    return () => clearInterval(timer);
  }, [askedAt, hereAt]);
  const waited = askedAt ? lasted(Math.max(0, Math.floor(((hereAt ? Date.parse(hereAt) : at) - Date.parse(askedAt)) / 1_000))) : '';
  const name = language && languageName(language, i18n.language);
  return (
    <button
      type="button"
      className={css.interpreter}
      data-here={hereAt !== null || undefined}
      aria-keyshortcuts="i"
      onClick={() => act({ is: 'interpreter' })}
    >
      {name && <b>{name}</b>}
      <span>{hereAt ? t('interpreter.here', { waited }) : askedAt ? t('interpreter.asked', { waited }) : t('interpreter.none')}</span>
      <Key of="I" />
    </button>
  );
}
