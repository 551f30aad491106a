import { useQuery } from '@apollo/client/react';
import { useId } from 'react';
import { useSession } from '../../hub/session.ts';
import { columns } from '../../needs/columns.ts';
import { useWords as useNeedWords } from '../../needs/words.ts';
import { useText } from '../../ui/localized.tsx';
import type { Asked } from './asked.ts';
import css from './gaps.module.css';
import { GapGround } from './gaps.query.ts';
import { useOwn } from './use-own.ts';
import { useWords } from './words.ts';

export type Change = Record<string, string | null>;
type FiltersProps = { asked: Asked; onChange: (change: Change) => void };

/** What is shown of them; it stands in the address. */
export function Filters({ asked, onChange }: FiltersProps) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  const textOf = useText();
  const { may } = useSession();
  const own = useOwn();
  const { data } = useQuery(GapGround, { fetchPolicy: 'cache-and-network' });
  const kinds = [...new Map(data?.asked.edges.map(({ node }) => [node.kind, textOf(node.kindName)] as const))].sort(([, a], [, b]) =>
    a.localeCompare(b),
  );
  const crises = data?.crises.filter(({ closedAt, id }) => !closedAt || id === asked.crisis) ?? [];
  return (
    <div className={css.filters}>
      <Choice
        label={t('filter.state')}
        value={asked.columns.join()}
        all={t('filter.notClosed')}
        from={columns.map(column => [column, n(`column.${column}`)] as const)}
        onChange={state => onChange({ state })}
      />
      <Choice label={t('filter.kind')} value={asked.kind} all={t('filter.all')} from={kinds} onChange={kind => onChange({ kind })} />
      <Choice
        label={t('filter.territory')}
        value={asked.territory}
        all={t('filter.everywhere')}
        from={data?.territories.map(({ code, name }) => [code, textOf(name)] as const) ?? []}
        onChange={territory => onChange({ territory })}
      />
      {crises.length > 0 && (
        <Choice
          label={t('filter.crisis')}
          value={asked.crisis}
          all={t('filter.allCrises')}
          from={crises.map(({ id, name }) => [id, textOf(name)] as const)}
          onChange={crisis => onChange({ crisis })}
        />
      )}
      {own.length > 0 && (
        <label className={css.tick}>
          <input
            type="checkbox"
            checked={asked.organization === 'mine'}
            onChange={event => onChange({ organization: event.target.checked ? 'mine' : null })}
          />
          {t('filter.mine')}
        </label>
      )}
      {may('gap:follow') && (
        <label className={css.tick}>
          <input type="checkbox" checked={asked.followed} onChange={event => onChange({ followed: event.target.checked ? '1' : null })} />
          {t('filter.followed')}
        </label>
      )}
    </div>
  );
}

type ChoiceProps = {
  label: string;
  value: string | null;
  all: string;
  from: readonly (readonly [string, string])[];
  onChange: (value: string | null) => void;
};

function Choice({ label, value, all, from, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <p className={css.filter}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={event => onChange(event.target.value || null)}>
        <option value="">{all}</option>
        {from.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
