import { useMutation } from '@apollo/client/react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceState } from '../../hub/gql/graphql.ts';
import { useDraft } from '../../hub/use-draft.ts';
import { Icon } from '../../ui/icon.tsx';
import { StatusShape } from '../../ui/status-badge.tsx';
import { statusWords } from '../../ui/status-words.ts';
import { states } from '../../ui/tokens.mjs';
import { ContradictServiceStatus } from './service-page.query.ts';
import css from './service-page.module.css';
import { useAt211 } from './use-may-say.ts';
import { useWords } from './words.ts';

const MOST = 500;
const blank = { says: null as ServiceState | null, note: '' };

/** What was pressed is gone: its place is taken by what came of it. */
const goTo = (arrived: HTMLElement | null) => arrived?.focus();

/** Anybody may say otherwise; what was typed stays until the hub has it. */
export function Contradict({ id, state }: { id: string; state: ServiceState }) {
  const { t, i18n } = useWords();
  const { t: say } = useTranslation(statusWords);
  const [asked, ask] = useState(false);
  const [{ says: begun, note }, write, forget] = useDraft(`contradiction ${id}`, blank);
  const says = begun === state ? null : begun; // it may have become true since
  const [key] = useState(() => crypto.randomUUID());
  const [refused, refuse] = useState<string | null>(null);
  const [send, { data, loading }] = useMutation(ContradictServiceStatus);
  const hint = useId();
  const at211 = useAt211();
  const said = (word: 'hint' | 'send' | 'thanks' | 'failed') => (at211 ? t(`toResearchers.${word}`) : t(`to211.${word}`));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!says) return;
    refuse(null);
    const words = note.trim() && { note: { [i18n.language === 'en' ? 'en' : 'fr']: note.trim() } };
    const answer = await send({ variables: { input: { serviceId: id, says, idempotencyKey: key, ...words } } }).catch(() => null);
    const result = answer?.data?.contradictServiceStatus;
    if (result?.__typename === 'ServiceStatusContradicted') forget();
    else refuse(result && 'message' in result ? result.message : said('failed'));
  };

  if (data?.contradictServiceStatus.__typename === 'ServiceStatusContradicted')
    return (
      <section className={css.part} role="status" tabIndex={-1} ref={goTo}>
        <p className={css.line}>
          <Icon name="check" /> {said('thanks')}
        </p>
      </section>
    );
  if (!asked)
    return (
      <button type="button" className={css.more} onClick={() => ask(true)}>
        {t('contradict')}
      </button>
    );
  return (
    <form className={css.part} onSubmit={event => void submit(event)}>
      <fieldset className={css.found}>
        <legend>{t('contradictAsk')}</legend>
        {states
          .filter(other => other !== 'UNKNOWN' && other !== state)
          .map((other, n) => (
            <label key={other}>
              <input
                ref={n === 0 ? goTo : undefined}
                type="radio"
                name="says"
                required
                checked={says === other}
                onChange={() => write({ says: other })}
              />
              <StatusShape state={other} size={22} /> {say(`state.${other}`)}
            </label>
          ))}
      </fieldset>
      <label className={css.typed}>
        {t('contradictNote')}
        <textarea value={note} maxLength={MOST} rows={3} aria-describedby={hint} onChange={event => write({ note: event.target.value })} />
      </label>
      <p id={hint} className={css.quiet}>
        {said('hint')}
      </p>
      {refused && (
        <p role="alert" className={css.refused}>
          <Icon name="warning" size={18} /> {refused}
        </p>
      )}
      <p className={css.sharing}>
        <button type="submit" disabled={loading}>
          {said('send')}
        </button>
        <button type="button" onClick={() => ask(false)}>
          {t('contradictCancel')}
        </button>
      </p>
    </form>
  );
}
