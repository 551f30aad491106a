import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { RecordRoundResultInput } from '../../hub/gql/graphql.ts';
import { Line } from '../../persons/line.tsx';
import css from '../../persons/persons.module.css';
import { useWords } from '../../persons/words.ts';
import { useText } from '../../ui/localized.tsx';
import { KindsOfNeed } from './rounds.query.ts';

type Helped = Pick<RecordRoundResultInput, 'needs' | 'handovers'>;
type HelpProps = { busy: boolean; onHelp: (more: Helped) => void; onBack: () => void };

/** What they need, flagged as a call would flag it, or whom they are handed over to. */
export function Help({ busy, onHelp, onBack }: HelpProps) {
  const { t } = useWords();
  const textOf = useText();
  const { data } = useQuery(KindsOfNeed);
  const [kind, need] = useState('');
  const [target, hand] = useState('');
  const chosen = data?.needKinds.find(({ code }) => code === kind);
  const send = () =>
    onHelp({
      needs: chosen
        ? [{ category: chosen.category?.code ?? 'psychosocial-support', kind, outcome: 'UNMET', unmetReason: 'NO_SERVICE' }]
        : [],
      handovers: target ? [{ to: target, mode: 'WARM', basis: 'CONSENT', result: 'TAKEN' }] : [],
    });
  return (
    <div className={css.form}>
      <Line label={t('rounds.need')}>
        {id => (
          <select id={id} value={kind} onChange={event => need(event.target.value)}>
            <option value="">{t('rounds.noNeed')}</option>
            {data?.needKinds.map(({ code, name }) => (
              <option key={code} value={code}>
                {textOf(name)}
              </option>
            ))}
          </select>
        )}
      </Line>
      <Line label={t('rounds.handover')}>
        {id => (
          <select id={id} value={target} onChange={event => hand(event.target.value)}>
            <option value="">{t('rounds.noHandover')}</option>
            {data?.handoverTargets.map(({ code, name }) => (
              <option key={code} value={code}>
                {textOf(name)}
              </option>
            ))}
          </select>
        )}
      </Line>
      <div className={css.acts}>
        <button type="button" data-first disabled={busy} onClick={send}>
          {t('rounds.helpDo')}
        </button>
        <button type="button" onClick={onBack}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}
