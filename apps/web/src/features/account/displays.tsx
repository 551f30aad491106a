import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DisplaysInUseQuery } from '../../hub/gql/graphql.ts';
import { useReread } from '../../hub/use-reread.ts';
import { Localized } from '../../ui/localized.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './account.module.css';
import { DisplaysInUse, EndDisplay } from './displays.query.ts';
import { LinkDisplayForm } from './link-display-form.tsx';
import { whyNot } from './why-not.ts';
import { useWords } from './words.ts';

type Display = DisplaysInUseQuery['displays'][number];

/** The wall screens of the organization: one more, or one less. */
export function Displays() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(DisplaysInUse, { fetchPolicy: 'cache-and-network' });
  const [said, say] = useState('');
  const reread = () => void refetch().catch(() => undefined); // `error` says so
  useReread(error !== undefined, reread);
  const done = (what: string) => {
    say(what);
    reread();
  };
  return (
    <section className={css.card} aria-labelledby="displays">
      <h2 id="displays">{t('displays.title')}</h2>
      <p className={css.quiet}>{t('displays.what', { address: `${location.host}/situation/wall` })}</p>
      {error && !data && (
        <p className={css.wrong} role="alert">
          {t('displays.failed')}
        </p>
      )}
      {data?.displays.length === 0 && <p>{t('displays.none')}</p>}
      <ul className={css.displays}>
        {data?.displays.map(display => (
          <InUse key={display.id} display={display} done={() => done(t('displays.removed', { name: display.name }))} />
        ))}
      </ul>
      <p role="status">{said}</p>
      <LinkDisplayForm done={name => done(t('displays.linked', { name }))} />
    </section>
  );
}

function InUse({ display: { id, name, organization, linkedByName, lastSeenAt }, done }: { display: Display; done: () => void }) {
  const { t } = useWords();
  const times = useTimes();
  const when = useInTime(at => times.age(lastSeenAt, at));
  const [asked, ask] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [end, { loading }] = useMutation(EndDisplay, { fetchPolicy: 'no-cache' });
  const remove = async () => {
    setWrong(null);
    try {
      const { data } = await end({ variables: { input: { displayId: id } } });
      const answer = data!.endDisplay;
      if (answer.__typename === 'DisplayEnded') done();
      else setWrong(answer.message);
    } catch (error) {
      setWrong(t(whyNot(error)));
    }
  };
  return (
    <li>
      <b>{name}</b>
      <Localized of={organization.name} />
      <span className={css.quiet}>
        {t('displays.by', { name: linkedByName })} · {t('displays.seen', { when })}
      </span>
      {wrong && (
        <p className={css.wrong} role="alert">
          {wrong}
        </p>
      )}
      {asked && <p role="alert">{t('displays.removeSure', { name })}</p>}
      <span className={css.ways}>
        {asked && (
          <Button variant="default" onClick={() => ask(false)}>
            {t('displays.keep')}
          </Button>
        )}
        <Button
          variant={asked ? 'filled' : 'default'}
          color={asked ? 'danger' : undefined}
          disabled={loading}
          onClick={() => (asked ? void remove() : ask(true))}
          aria-label={`${t('displays.remove')} ${name}`}
        >
          {t('displays.remove')}
        </Button>
      </span>
    </li>
  );
}
