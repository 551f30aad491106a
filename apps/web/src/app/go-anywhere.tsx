import { useState } from 'react';
import { useNavigate } from 'react-router';
import { GoTo } from '../features/go-to/index.ts';
import { Icon } from '../ui/icon.tsx';
import { useKeys } from '../ui/keys.ts';
import css from './frame.module.css';
import { KeysHelp, Printed } from './keys-help.tsx';
import { useRooms } from './rooms.tsx';
import { useWays } from './use-ways.ts';
import { useWords } from './words.ts';

/** The keys that work on every screen: anywhere by its name, what the keys are, and the rooms. */
export function GoAnywhere() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [open, show] = useState<'ways' | 'keys' | null>(null);
  const close = () => show(null);
  const showKeys = () => show('keys');
  const ways = useWays(showKeys);
  const rooms = useRooms().filter(({ key }) => key);
  useKeys(
    [
      { keys: ['Mod k'], words: t('goTo'), press: () => show(open === 'ways' ? null : 'ways') },
      { keys: ['?'], words: t('keys.show'), press: showKeys },
      ...rooms.map(({ key, word, to }) => ({ keys: [`g ${key}`], words: word, press: () => (close(), void navigate(to)) })),
      { keys: ['Escape'], words: t('keys.escape') },
    ],
    'everywhere',
  );
  return (
    <>
      <button type="button" className={css.goTo} onClick={() => show('ways')}>
        <Icon name="search" size={18} />
        <span>{t('goToShort')}</span>
        <span aria-hidden>
          <Printed of="Mod k" />
        </span>
      </button>
      {open === 'ways' && <GoTo ways={ways} onClose={() => show(now => (now === 'ways' ? null : now))} />}
      {open === 'keys' && <KeysHelp onClose={() => show(now => (now === 'keys' ? null : now))} />}
    </>
  );
}
