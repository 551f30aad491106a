import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveListQuery } from '../../hub/gql/graphql.ts';
import { useText } from '../../ui/localized.tsx';
import { StatusShape } from '../../ui/status-badge.tsx';
import { SuggestBox } from '../../ui/suggest-box.tsx';
import { states } from '../../ui/tokens.mjs';
import type { Chosen } from './filter.ts';
import css from './filters.module.css';
import { LiveListSuggestions } from './live-list.query.ts';
import { useWords } from './words.ts';
import { WhereBox } from './where-box.tsx';

export type Facets = LiveListQuery['services']['facets'];
type FiltersProps = { chosen: Chosen; facets: Facets | undefined; onChoose: (change: Partial<Chosen>) => void };

/** What, where, and what is left to choose among; a choice that would give nothing is not offered. */
export function Filters({ chosen, facets, onChoose }: FiltersProps) {
  const { t } = useWords();
  const [refused, refuse] = useState(false);
  return (
    <search className={css.filters} aria-label={t('filters')}>
      <div className={css.asked} data-where={chosen.where ? true : undefined}>
        <WhatBox text={chosen.text} onChoose={onChoose} />
        <WhereBox where={chosen.where} onChoose={where => onChoose({ where })} onRefused={refuse} />
      </div>
      {refused && <p className={css.refused}>{t('noPosition')}</p>}
      <div className={css.choices}>
        <div className={css.chips}>
          <label className={css.chip}>
            <input type="checkbox" checked={chosen.openNow} onChange={() => onChoose({ openNow: !chosen.openNow })} />
            {t('openNow')}
          </label>
          <Categories chosen={chosen} facets={facets} onChoose={onChoose} />
          <Languages chosen={chosen} facets={facets} onChoose={onChoose} />
        </div>
        <States chosen={chosen} facets={facets} onChoose={onChoose} />
      </div>
    </search>
  );
}

function WhatBox({ text, onChoose }: { text: string; onChoose: FiltersProps['onChoose'] }) {
  const { t } = useWords();
  const textOf = useText();
  const [asked, ask] = useState('');
  const { data } = useQuery(LiveListSuggestions, { variables: { text: asked }, skip: asked.trim().length < 2 });
  const suggested = (data?.suggestions ?? []).map(({ text: words, kind, categoryCode, serviceId, organizationId }) => ({
    key: `${kind} ${categoryCode ?? serviceId ?? organizationId ?? textOf(words)}`,
    words: textOf(words),
    beside: t(`suggested.${kind}`),
    categoryCode,
  }));
  return (
    <SuggestBox
      label={t('what')}
      hint={t('searchHint')}
      icon="search"
      clearWord={t('clearSearch')}
      value={text}
      suggested={asked.trim().length < 2 ? [] : suggested}
      asYouType
      slashWords={t('keys.search')}
      onAsk={ask}
      onText={words => onChoose({ text: words })}
      onPick={({ words, categoryCode }) => onChoose(categoryCode ? { text: '', category: categoryCode } : { text: words })}
    />
  );
}

const MOST_CHIPS = 5;

function Categories({ chosen, facets, onChoose }: FiltersProps) {
  const { t } = useWords();
  const textOf = useText();
  const counted = (facets?.categories ?? []).filter(({ n, category }) => n > 0 || category.code === chosen.category);
  const byNumber = counted.toSorted((one, other) => other.n - one.n);
  const first = byNumber.slice(0, MOST_CHIPS);
  const others = byNumber.slice(MOST_CHIPS).toSorted((one, other) => textOf(one.category.name).localeCompare(textOf(other.category.name)));
  const choose = (code: string | null) => onChoose({ category: code });
  return (
    <>
      {first.map(({ category, n }) => (
        <label key={category.code} className={css.chip}>
          <input
            type="checkbox"
            checked={category.code === chosen.category}
            onChange={() => choose(category.code === chosen.category ? null : category.code)}
          />
          {textOf(category.name)} <span className={css.n}>{n}</span>
        </label>
      ))}
      <label className={css.choice} data-chosen={others.some(({ category }) => category.code === chosen.category) || undefined}>
        <span className="unseen">{t('category')}</span>
        <select value={chosen.category ?? ''} onChange={event => choose(event.target.value || null)}>
          <option value="">{t('allCategories')}</option>
          {[...first, ...others].map(({ category, n }) => (
            <option key={category.code} value={category.code}>
              {textOf(category.name)} ({n})
            </option>
          ))}
          {chosen.category !== null && !counted.some(({ category }) => category.code === chosen.category) && (
            <option value={chosen.category}>{chosen.category}</option>
          )}
        </select>
      </label>
    </>
  );
}

function Languages({ chosen, facets, onChoose }: FiltersProps) {
  const { t } = useWords();
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames([`${i18n.language}-CA`], { type: 'language' });
  const counted = (facets?.languages ?? []).filter(({ n, language }) => n > 0 || language === chosen.language);
  return (
    <label className={css.choice} data-chosen={chosen.language !== null || undefined}>
      <span className="unseen">{t('language')}</span>
      <select value={chosen.language ?? ''} onChange={event => onChoose({ language: event.target.value || null })}>
        <option value="">{t('allLanguages')}</option>
        {counted.map(({ language, n }) => (
          <option key={language} value={language}>
            {names.of(language) ?? language} ({n})
          </option>
        ))}
      </select>
    </label>
  );
}

function States({ chosen, facets, onChoose }: FiltersProps) {
  const { t } = useWords();
  const toggle = (state: Chosen['states'][number]) =>
    onChoose({ states: states.filter(other => (other === state ? !chosen.states.includes(other) : chosen.states.includes(other))) });
  const numberOf = (state: Chosen['states'][number]) => facets && (facets.states.find(each => each.state === state)?.n ?? 0);
  const offered = states.filter(state => chosen.states.includes(state) || numberOf(state) !== 0);
  return (
    <fieldset className={css.states}>
      <legend className="unseen">{t('states')}</legend>
      {offered.map(state => (
        <label key={state} className={css.chip}>
          <input type="checkbox" checked={chosen.states.includes(state)} onChange={() => toggle(state)} />
          <StatusShape state={state} size={18} />
          {t(`state.${state}`, { ns: 'status' })} <span className={css.n}>{numberOf(state)}</span>
        </label>
      ))}
      <label className={css.chip}>
        <input type="checkbox" checked={chosen.toConfirm} onChange={() => onChoose({ toConfirm: !chosen.toConfirm })} />
        <span className={css.hatch} aria-hidden />
        {t('toConfirm')} <span className={css.n}>{facets?.toConfirm}</span>
      </label>
    </fieldset>
  );
}
