import { useQuery } from '@apollo/client/react';
import { useText } from '../../ui/localized.tsx';
import type { Text } from '../../ui/sureness.ts';
import type { Chosen } from './chosen.ts';
import type { CrisisHere } from './crisis-of.ts';
import css from './situation.module.css';
import { SituationGround } from './situation.query.ts';
import { useWords } from './words.ts';

type FiltersProps = { chosen: Chosen; crises: readonly CrisisHere[]; onChoose: (change: Partial<Chosen>) => void };

export function Filters({ chosen, crises, onChoose }: FiltersProps) {
  const { t } = useWords();
  const textOf = useText();
  const { data } = useQuery(SituationGround);
  const running = crises.filter(({ closedAt, id }) => !closedAt || id === chosen.crisis);
  const none = !chosen.category && !chosen.territory && !chosen.crisis && chosen.buckets.length === 0;
  const named = (from: readonly { code: string; name: Text }[] = []) =>
    from.map(({ code, name }): [string, string] => [code, textOf(name)]).sort(([, one], [, other]) => one.localeCompare(other));
  return (
    <search className={css.filters} aria-label={t('filters')}>
      <Choice
        word={t('crisis')}
        all={t('allServices')}
        from={running.map(({ id, name, exercise }) => [id, exercise ? t('exerciseOf', { name: textOf(name) }) : textOf(name)])}
        value={chosen.crisis}
        onChange={crisis => onChoose({ crisis })}
      />
      <Choice
        word={t('territory')}
        all={t('allTerritories')}
        from={named(data?.territories)}
        value={chosen.territory}
        onChange={territory => onChoose({ territory })}
      />
      <Choice
        word={t('category')}
        all={t('allCategories')}
        from={named(data?.categories)}
        value={chosen.category}
        onChange={category => onChoose({ category })}
      />
      {!none && (
        <button type="button" onClick={() => onChoose({ buckets: [], category: null, territory: null, crisis: null })}>
          {t('all')}
        </button>
      )}
    </search>
  );
}

type ChoiceProps = {
  word: string;
  all: string;
  from: [string, string][];
  value: string | null;
  onChange: (value: string | null) => void;
};

function Choice({ word, all, from, value, onChange }: ChoiceProps) {
  return (
    <label data-chosen={value !== null || undefined}>
      <span className="unseen">{word}</span>
      <select value={value ?? ''} onChange={event => onChange(event.target.value || null)}>
        <option value="">{value === null ? word : all}</option>
        {from.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
