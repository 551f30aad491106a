import { useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { type Key, keysOf, letters } from '../ui/keys.ts';
import css from './keys-help.module.css';
import { useWords } from './words.ts';

/** The keys of the screen one is on, then those that work everywhere. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [lists] = useState(() => ({ screen: keysOf('screen'), everywhere: keysOf('everywhere') }));
  const [acting, act] = useState(letters.act);
  const choose = () => {
    letters.become(!acting);
    act(!acting);
  };
  return (
    <Dialog label={t('keys.title')} onClose={onClose}>
      <div className={css.head}>
        <h2>{t('keys.title')}</h2>
        <button type="button" onClick={onClose}>
          {t('keys.close')}
        </button>
      </div>
      <div className={css.lists} tabIndex={0} role="group" aria-label={t('keys.title')}>
        {lists.screen.length > 0 && <Keys title={t('keys.here')} keys={lists.screen} />}
        <Keys title={t('keys.everywhere')} keys={lists.everywhere} />
      </div>
      <label className={css.letters}>
        <input type="checkbox" checked={acting} onChange={choose} />
        <span>
          {t('keys.letters')} <span className={css.quiet}>{t('keys.lettersWhy')}</span>
        </span>
      </label>
    </Dialog>
  );
}

function Keys({ title, keys }: { title: string; keys: readonly Key[] }) {
  return (
    <section className={css.list}>
      <h3>{title}</h3>
      <dl>
        {keys.map(({ keys: alike, words }) => (
          <div key={alike.join()}>
            <dt>
              {alike.map(key => (
                <Printed key={key} of={key} />
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** As it stands on the keyboard. */
export function Printed({ of }: { of: string }) {
  return (
    <span className={css.printed}>
      {of.split(' ').map(key => (
        <kbd key={key}>
          <OneKey of={of.startsWith('Mod') && key.length === 1 ? key.toUpperCase() : key} />
        </kbd>
      ))}
    </span>
  );
}

function OneKey({ of }: { of: string }) {
  const { t } = useWords();
  if (of === 'Mod') return isMac ? '⌘' : 'Ctrl';
  if (of === 'Enter' || of === 'Escape') return t(`keys.name.${of}`);
  if (!isArrow(of)) return of;
  return (
    <span className={css.arrow} data-to={of}>
      <Icon name="arrow" size={14} />
      <span className="unseen">{t(`keys.name.${of}`)}</span>
    </span>
  );
}

type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
const isArrow = (key: string): key is Arrow => key.startsWith('Arrow');
