import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useActs, useAnswered } from '../../hub/use-outbox.ts';
import { actOn, answeredOn, reportAnswer } from '../../saying/acts.ts';
import { Localized } from '../../ui/localized.tsx';
import type { VisitedService } from './use-visited.ts';
import css from './visits.module.css';
import { useWords } from './words.ts';

/** What became of each word of the sheet: it holds, it joined the history, it waits for a line, or it was refused. */
export function Taken({ services, onAnother }: { services: readonly VisitedService[]; onAnother: () => void }) {
  const { t } = useWords();
  return (
    <section className={css.form} aria-labelledby="taken">
      <h2 id="taken">{t('taken')}</h2>
      <ul className={css.taken} aria-live="polite">
        {services.map(service => (
          <li key={service.id}>
            <b>
              <Localized of={service.name} />
            </b>
            <Fate serviceId={service.id} />
          </li>
        ))}
      </ul>
      <p className={css.ways}>
        <Link className={css.primary} to="/visits">
          {t('other')}
        </Link>
        <Button variant="default" onClick={onAnother}>
          {t('anotherSheet')}
        </Button>
      </p>
    </section>
  );
}

function Fate({ serviceId }: { serviceId: string }) {
  const { t } = useWords();
  const waits = actOn(serviceId, useActs());
  const answered = answeredOn(serviceId, useAnswered());
  if (waits?.refusal) return <span className={css.wrong}>{waits.refusal.message}</span>;
  if (waits) return <span>{t('fate.waits')}</span>;
  if (!answered) return <span>{t('fate.sent')}</span>;
  return <span>{t(reportAnswer(answered)?.notices.includes('JOINED_HISTORY') ? 'fate.history' : 'fate.holds')}</span>;
}
