import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import css from './go-to.module.css';
import { useFound } from './use-found.ts';
import type { Way } from './way.ts';
import { useWords } from './words.ts';

const PAUSE = 150;
const LONGEST = 100;

type GoToProps = { ways: readonly Way[]; onClose: () => void };

/** Anywhere by its name: a combobox whose list never takes the focus. */
export function GoTo({ ways, onClose }: GoToProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [text, type] = useState('');
  const typed = text.trim();
  const asked = usePaused(typed);
  const { found, away, settled } = useFound(typed, asked, ways);
  const [chosen, choose] = useState<string | null>(null);
  const at = Math.max(0, found.findIndex(({ key }) => key === chosen)); // prettier-ignore
  const id = useId();

  const go = ({ go: to }: Way) => {
    onClose();
    if (typeof to === 'string') void navigate(to);
    else to();
  };
  const byKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step && found[(at + step + found.length) % found.length];
    if (next) {
      choose(next.key);
      document.getElementById(`${id}-${next.key}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && found[at]) go(found[at]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog label={t('title')} onClose={onClose}>
      <div className={css.field}>
        <Icon name="search" />
        <input
          type="search"
          role="combobox"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          aria-label={t('label')}
          aria-autocomplete="list"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] && `${id}-${found[at].key}`}
          placeholder={t('hint')}
          maxLength={LONGEST}
          value={text}
          onChange={event => (type(event.target.value), choose(null))}
          onKeyDown={byKey}
        />
        <kbd aria-hidden>{t('escape')}</kbd>
      </div>
      {away && <p className={css.away}>{t('offline')}</p>}
      <ul id={`${id}-list`} role="listbox" aria-label={t('title')} className={css.list} aria-busy={!settled || undefined}>
        {found.map((way, n) => (
          <li
            key={way.key}
            id={`${id}-${way.key}`}
            role="option"
            aria-selected={n === at}
            onMouseDown={event => event.preventDefault()}
            onClick={() => go(way)}
          >
            <Icon name={way.icon} size={18} />
            <span>{way.words}</span>
            {way.beside && <span className={css.beside}>{way.beside}</span>}
          </li>
        ))}
      </ul>
      <p className="unseen" role="status">
        {typed && settled && t('count', { count: found.length - 1 })}
      </p>
    </Dialog>
  );
}

/** What was typed, once the fingers rest. */
function usePaused(typed: string): string {
  const [paused, become] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => become(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}
