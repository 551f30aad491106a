import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { keptDrafts } from '../../hub/kept-drafts.ts';
import { useOutbox } from '../../hub/use-outbox.ts';
import { Icon } from '../../ui/icon.tsx';
import { now } from '../../ui/pulse.ts';
import { seenAt } from './ask-banner.tsx';
import { againFor } from './draft.ts';
import { canConfirm, type Sayable } from './due.ts';
import css from './my-services.module.css';
import { useWords } from './words.ts';

type CardActionsProps = { service: Sayable; name: string; onChange: () => void };

/** Still true, or not; what was begun is gone on with. A different word is answered by a new one, which a confirmation is not. */
export function CardActions({ service, name, onChange }: CardActionsProps) {
  const { t } = useWords();
  const outbox = useOutbox();
  const { id, status } = service;
  const begun = useSyncExternalStore(keptDrafts.subscribe, () => keptDrafts.read(id) !== null);
  const answer = status.contradicted ? againFor(service, now()) : null;
  const again = status.contradicted ? answer !== null : canConfirm(service, now());
  const sayAgain = () => (answer ? outbox.put('report', answer) : outbox.put('confirmation', { serviceIds: [id], observedAt: seenAt() }));
  const change = begun ? 'goOn' : again ? 'change' : status.contradicted ? 'answer' : 'say';

  return (
    <>
      <div className={css.actions} data-alone={!again || undefined}>
        {again && (
          <Button variant="light" leftSection={<Icon name="check" />} aria-label={t('stillTrueOf', { name })} onClick={sayAgain}>
            {t('stillTrue')}
          </Button>
        )}
        <Button variant={again ? 'default' : 'light'} data-change aria-label={t(`doOf.${change}`, { name })} onClick={onChange}>
          {t(`do.${change}`)}
        </Button>
      </div>
      <p className={css.links}>
        <Link to={`/services/${id}`} aria-label={t('pageOf', { name })}>
          {t('page')}
        </Link>
        <Link to={`/services/${id}#history`} aria-label={t('historyOf', { name })}>
          {t('history')}
        </Link>
      </p>
    </>
  );
}
