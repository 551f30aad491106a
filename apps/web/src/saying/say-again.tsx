import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { keptDrafts } from '../hub/kept-drafts.ts';
import { useOutbox } from '../hub/use-outbox.ts';
import { Icon } from '../ui/icon.tsx';
import { now } from '../ui/pulse.ts';
import { againFor, heardFrom } from './draft.ts';
import { canConfirm, type Sayable } from './sayable.ts';
import css from './says.module.css';
import { seenAt } from './seen-at.ts';
import { useWords } from './words.ts';

type SayAgainProps = { service: Sayable; name: string; heard?: boolean; onChange: () => void };

/** Still true, or not; what was begun is gone on with. A different word is answered by a new one, which a confirmation is not. */
export function SayAgain({ service, name, heard, onChange }: SayAgainProps) {
  const { t } = useWords();
  const outbox = useOutbox();
  const { id, status } = service;
  const begun = useSyncExternalStore(keptDrafts.subscribe, () => keptDrafts.read(id) !== null);
  const answer = status.contradicted ? againFor(service, now()) : null;
  const again = status.contradicted ? answer !== null : canConfirm(service, now());
  const sayAgain = () =>
    answer
      ? outbox.put('report', { ...answer, ...heardFrom(heard) })
      : outbox.put('confirmation', { serviceIds: [id], observedAt: seenAt() });
  const change = begun ? 'goOn' : heard ? 'update' : again ? 'change' : status.contradicted ? 'answer' : 'say';

  return (
    <div className={css.actions} data-alone={!again || undefined} data-even={heard || undefined}>
      {again && (
        <Button variant="light" leftSection={<Icon name="check" />} aria-label={t('stillTrueOf', { name })} onClick={sayAgain}>
          {t('stillTrue')}
        </Button>
      )}
      <Button variant={again ? 'default' : 'light'} data-change aria-label={t(`doOf.${change}`, { name })} onClick={onChange}>
        {t(`do.${change}`)}
      </Button>
    </div>
  );
}
