import { useMutation } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResourceFragment, ServiceState } from '../../hub/gql/graphql.ts';
import { StatusShape } from '../../ui/status-badge.tsx';
import { statusWords } from '../../ui/status-words.ts';
import { states } from '../../ui/tokens.mjs';
import css from './call-desk.module.css';
import { CallDeskContradict } from './call-desk.query.ts';
import { useWords } from './words.ts';

/** The caller says otherwise than the organization did: that opens a check with it. */
export function Contradict({ service: { id, status }, onClose }: { service: ResourceFragment; onClose: () => void }) {
  const { t, i18n } = useWords();
  const { t: say } = useTranslation(statusWords);
  const [says, become] = useState<ServiceState | null>(null);
  const [note, write] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const [came, come] = useState<'done' | string | null>(null);
  const [send, { loading }] = useMutation(CallDeskContradict);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!says) return;
    const words = note.trim() && { note: { [i18n.language === 'en' ? 'en' : 'fr']: note.trim() } };
    const answer = await send({ variables: { input: { serviceId: id, says, idempotencyKey: key, ...words } } }).catch(() => null);
    const result = answer?.data?.contradictServiceStatus;
    come(result?.__typename === 'ServiceStatusContradicted' ? 'done' : result && 'message' in result ? result.message : t('notSent'));
  };
  if (came === 'done')
    return (
      <p className={css.hint} role="status">
        {t('contradicted')}
      </p>
    );
  return (
    <form className={css.contradict} onSubmit={event => void submit(event)}>
      <fieldset>
        <legend>{t('callerFound')}</legend>
        {states
          .filter(state => state !== 'UNKNOWN' && state !== status.state)
          .map(state => (
            <label key={state}>
              <input type="radio" name={`says-${id}`} required checked={says === state} onChange={() => become(state)} />
              <StatusShape state={state} size={18} /> {say(`state.${state}`)}
            </label>
          ))}
      </fieldset>
      <label>
        {t('whatWasSaid')}
        <input value={note} maxLength={500} onChange={event => write(event.target.value)} />
      </label>
      {came && <p role="alert">{came}</p>}
      <p className={css.rowFoot}>
        <button type="submit" disabled={loading}>
          {t('sendContradiction')}
        </button>
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
