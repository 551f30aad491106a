import type { OneToReachQuery, ServiceState } from '../../hub/gql/graphql.ts';
import { useActs, useAnswered, useOutbox } from '../../hub/use-outbox.ts';
import { actOn, answeredOn } from '../../saying/acts.ts';
import { Says } from '../../saying/says.tsx';
import { SureGround } from '../../ui/how-sure.tsx';
import { Localized, useText } from '../../ui/localized.tsx';
import { StatusShape } from '../../ui/status-badge.tsx';
import { states } from '../../ui/tokens.mjs';
import css from './to-reach.module.css';
import { useWords } from './words.ts';

export type Asked = NonNullable<OneToReachQuery['organizationToReach']>['services'][number];

const sayable = states.filter(state => state !== 'UNKNOWN' && state !== 'CLOSED') as ServiceState[];

type CallServiceProps = { asked: Asked; maySay: boolean; onChange: () => void };

/** One service, while somebody of it is on the line: still true in a tap, another state in a tap, the rest in the sheet. */
export function CallService({ asked, maySay, onChange }: CallServiceProps) {
  const { t } = useWords();
  const textOf = useText();
  const outbox = useOutbox();
  const { service, why } = asked;
  const pending = actOn(service.id, useActs());
  const answered = answeredOn(service.id, useAnswered());
  const name = textOf(service.name);
  const spoken = Boolean(pending || answered);
  const become = (state: ServiceState) => void outbox.put('report', { serviceId: service.id, state, heardFrom: { channel: 'TELEPHONE' } });
  return (
    <article className={css.service} aria-labelledby={`ask-${service.id}`} data-spoken={spoken || undefined}>
      <div className={css.serviceHead}>
        <h3 id={`ask-${service.id}`} tabIndex={-1}>
          <Localized of={service.name} />
        </h3>
        {why.length > 0 && !spoken && <span>{why.map(one => t(`whyOne.${one}`)).join(' · ')}</span>}
      </div>
      {answered?.act.kind !== 'report' && <SureGround status={service.status} />}
      {maySay && !spoken && (
        <div className={css.states} role="group" aria-label={t('stateOf', { name })}>
          {sayable.map(state => (
            <button
              key={state}
              type="button"
              aria-label={t('sayStateOf', { state: t(`state.${state}`, { ns: 'status' }), name })}
              onClick={() => become(state)}
            >
              <StatusShape state={state} size={18} /> {t(`state.${state}`, { ns: 'status' })}
            </button>
          ))}
        </div>
      )}
      {maySay && <Says service={service} name={name} heard onChange={onChange} />}
    </article>
  );
}
