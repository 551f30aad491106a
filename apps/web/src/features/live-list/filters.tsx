import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import { StatusShape } from '../../ui/status-badge.tsx';
import type { Text } from '../../ui/sureness.ts';
import { states } from '../../ui/tokens.mjs';
import type { Chosen } from './filter.ts';
import css from './filters.module.css';
import { LiveListChoices } from './live-list.query.ts';
import { useWords } from './words.ts';

type FiltersProps = { chosen: Chosen; onChoose: (change: Partial<Chosen>) => void };

export function Filters({ chosen, onChoose }: FiltersProps) {
  const { t } = useWords();
  const { data } = useQuery(LiveListChoices);
  return (
    <search className={css.filters} aria-label={t('filters')}>
      <SearchBox text={chosen.text} onSearch={text => onChoose({ text })} />
      <Choice
        word={t('territory')}
        all={t('allTerritories')}
        from={data?.territories}
        value={chosen.territory}
        onChange={territory => onChoose({ territory })}
      />
      <Choice
        word={t('category')}
        all={t('allCategories')}
        from={data?.categories}
        value={chosen.category}
        onChange={category => onChoose({ category })}
      />
      <States chosen={chosen} onChoose={onChoose} />
    </search>
  );
}

const pause = 300;

function SearchBox({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const { t } = useWords();
  const [typed, type] = useState(text);
  const sent = useRef(text);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (text !== sent.current) type((sent.current = text)); // the address was changed elsewhere
  }, [text]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => onSearch((sent.current = typed)), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const bySlash = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target !== document.body) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', bySlash);
    return () => removeEventListener('keydown', bySlash);
  }, []);

  return (
    <label className={css.search}>
      <Icon name="search" />
      <span className="unseen">{t('search')}</span>
      <input
        ref={field}
        type="search"
        value={typed}
        placeholder={t('searchHint')}
        onChange={event => type(event.target.value)}
        enterKeyHint="search"
      />
      {typed && (
        <button type="button" aria-label={t('clearSearch')} onClick={() => (type(''), field.current?.focus())}>
          <Icon name="close" size={18} />
        </button>
      )}
    </label>
  );
}

type ChoiceProps = {
  word: string;
  all: string;
  from?: { code: string; name: Text }[];
  value: string | null;
  onChange: (code: string | null) => void;
};

function Choice({ word, all, from = [], value, onChange }: ChoiceProps) {
  const textOf = useText();
  const named = from
    .map(({ code, name }) => [code, textOf(name)] as const)
    .sort(([, one], [, other]) => one.localeCompare(other, document.documentElement.lang));
  return (
    <label className={css.choice} data-chosen={value !== null || undefined}>
      <span className="unseen">{word}</span>
      <select value={value ?? ''} onChange={event => onChange(event.target.value || null)}>
        <option value="">{all}</option>
        {named.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
        {value !== null && !from.some(({ code }) => code === value) && <option value={value}>{value}</option>}
      </select>
    </label>
  );
}

function States({ chosen, onChoose }: FiltersProps) {
  const { t } = useWords();
  const toggle = (state: Chosen['states'][number]) =>
    onChoose({ states: states.filter(other => (other === state ? !chosen.states.includes(other) : chosen.states.includes(other))) });
  return (
    <fieldset className={css.states}>
      <legend className="unseen">{t('states')}</legend>
      {states.map(state => (
        <label key={state} className={css.chip}>
          <input type="checkbox" checked={chosen.states.includes(state)} onChange={() => toggle(state)} />
          <StatusShape state={state} size={18} />
          {t(`state.${state}`, { ns: 'status' })}
        </label>
      ))}
      <label className={css.chip}>
        <input type="checkbox" checked={chosen.toConfirm} onChange={() => onChoose({ toConfirm: !chosen.toConfirm })} />
        <span className={css.hatch} aria-hidden />
        {t('toConfirm')}
      </label>
    </fieldset>
  );
}
