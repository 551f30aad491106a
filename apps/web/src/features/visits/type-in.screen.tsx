import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { useDraft } from '../../hub/use-draft.ts';
import { useOutbox } from '../../hub/use-outbox.ts';
import { DayAndHour } from '../../saying/day-and-hour.tsx';
import { Field } from '../../ui/field.tsx';
import { Localized } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { NotForYou } from './not-for-you.tsx';
import { ServiceFields } from './service-fields.tsx';
import { Taken } from './taken.tsx';
import { blank, type Fault, faultIn, reportOf, type Typed, type Written } from './typed.ts';
import { useVisited, type VisitedOrganization } from './use-visited.ts';
import css from './visits.module.css';
import { useWords } from './words.ts';

/** A sheet that came back is typed in, with the hour at which it was written. */
export function TypeInScreen() {
  const { t } = useWords();
  const { me, may } = useSession();
  const { organizationId = '' } = useParams();
  const { visited, failed } = useVisited([organizationId]);
  if (me !== undefined && (!may('call:make') || !may('status:report'))) return <NotForYou title={t('typeIn')} />;
  return (
    <Screen title={t('typeIn')} narrow="page">
      <div className={css.screen}>
        {!visited && !failed && <Waiting word={t('loading')} rows={4} />}
        {failed && (
          <Calm title={t('failed')} alert>
            <p>{t('again')}</p>
          </Calm>
        )}
        {visited?.length === 0 && (
          <Calm title={t('nothingHere')}>
            <Link to="/visits">{t('title')}</Link>
          </Calm>
        )}
        {visited?.[0] && <SheetForm key={organizationId} organization={visited[0]} />}
      </div>
    </Screen>
  );
}

const nothing: Written = { at: null, services: {} };

function SheetForm({ organization }: { organization: VisitedOrganization }) {
  const { t, i18n } = useWords();
  const outbox = useOutbox();
  const [written, write, forget] = useDraft<Written>(`visit ${organization.id}`, nothing);
  const [wrong, setWrong] = useState<{ fault: Fault; serviceId?: string } | null>(null);
  const [sent, setSent] = useState<readonly string[] | null>(null);
  const language = i18n.language === 'en' ? 'en' : 'fr';

  const become = (id: string, change: Partial<Typed>) => {
    setWrong(null);
    write({ services: { ...written.services, [id]: { ...blank, ...written.services[id], ...change } } });
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const fault = faultIn(written, organization.services, now());
    setWrong(fault);
    if (fault) return;
    const reports = organization.services.flatMap(
      service => reportOf(service, written.services[service.id] ?? blank, written.at!, language) ?? [],
    );
    for (const report of reports) await outbox.put('report', report);
    setSent(reports.map(({ serviceId }) => serviceId));
    forget();
  };

  if (sent) return <Taken services={organization.services.filter(({ id }) => sent.includes(id))} onAnother={() => setSent(null)} />;
  return (
    <form className={css.form} onSubmit={event => void send(event)} noValidate>
      <p className={css.whose}>
        <Localized of={organization.name} />
      </p>
      <p className={css.small}>{t('late')}</p>
      <Field label={t('visitWhen')} error={wrong?.fault === 'WHEN' && t('fault.WHEN')}>
        <DayAndHour value={written.at} over onChange={at => (setWrong(null), write({ at }))} />
      </Field>
      {organization.services.map(service => (
        <ServiceFields
          key={service.id}
          service={service}
          typed={written.services[service.id] ?? blank}
          wrong={wrong?.serviceId === service.id ? wrong.fault : null}
          onChange={change => become(service.id, change)}
        />
      ))}
      {wrong?.fault === 'NOTHING' && (
        <p className={css.wrong} role="alert">
          {t('fault.NOTHING')}
        </p>
      )}
      <Button type="submit" fullWidth h={54}>
        {t('send')}
      </Button>
    </form>
  );
}
