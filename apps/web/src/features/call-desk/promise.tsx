import { useState } from 'react';
import { PromiseDialog } from '../../persons/promise-dialog.tsx';
import { useAnnounce } from '../../ui/announcer.tsx';
import { type Call, ringedIn } from './call.ts';
import css from './call-desk.module.css';
import { Key } from './key.tsx';
import { useWords } from './words.ts';

type PromisedProps = { call: Call; open: boolean; onOpen: (open: boolean) => void };

/** « Promettre un suivi », of the need in hand: who is called back is the hub's alone, sealed, and no part of the call. */
export function Promised({ call, open, onOpen }: PromisedProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const [promised, remember] = useState<string | null>(null);
  const need = ringedIn(call);
  if (!need?.category) return null;
  const { category, kind } = need;
  const territory = call.place?.neighbourhood ?? call.place?.municipality ?? null;
  const about = { category, kind, territory, ...(call.language && { language: call.language }) };
  const done = () => {
    remember(call.id);
    onOpen(false);
    announce(t('promised'), 'own');
  };
  return (
    <div className={css.besides}>
      <button type="button" aria-keyshortcuts="s" onClick={() => onOpen(true)}>
        {promised === call.id ? t('promised') : t('promise')} <Key of="S" />
      </button>
      {open && <PromiseDialog about={about} onDone={done} onClose={() => onOpen(false)} />}
    </div>
  );
}
