import { useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import type { Spoken } from '../ui/moment.ts';
import { textIn } from '../ui/localized.tsx';
import { Stepper } from '../ui/stepper.tsx';
import type { Said } from '../ui/sureness.ts';
import css from './choices.module.css';
import type { Draft } from './draft.ts';
import { units, useWords } from './words.ts';

type Capacity = Draft['capacity'];
type CapacityChoiceProps = {
  value: Capacity;
  /** What was counted last; its unit stays. */
  last: Said['capacity'];
  onChange: (capacity: Capacity) => void;
};

/** How many are left, and of what: as last time, or a first count. More than there were makes the total more. */
export function CapacityChoice({ value, last, onChange }: CapacityChoiceProps) {
  const { t, i18n } = useWords();
  const language = i18n.language as Spoken; // only these two are supported
  const unit = textIn(value?.unit ?? last?.unit, language).text || t('capacity.places', { ns: 'status' });
  const before = last?.total ?? null;
  const total = before === null ? null : Math.max(before, value?.available ?? 0);
  const count = (available: number | null) => {
    if (available === null && last) return onChange(null);
    onChange({ ...value, available: available ?? 0, total: before === null ? null : Math.max(before, available ?? 0) });
  };

  return (
    <>
      {!last && <UnitChoice value={value} onChange={onChange} />}
      {(value ?? last) && (
        <Stepper
          value={value?.available ?? null}
          total={total}
          onChange={count}
          words={{
            less: t('sheet.less'),
            more: t('sheet.more'),
            number: unit,
            outOf: total === null ? undefined : t('sheet.outOf', { total }),
          }}
        />
      )}
      <p className={css.hint} role="status">
        {last && !value && t('sheet.notCounted')}
        {before !== null && total !== before && t('sheet.totalRaised', { before, total })}
      </p>
    </>
  );
}

/** Of what one counts: usual words said in both languages, or one's own. A second tap takes it back. */
function UnitChoice({ value, onChange }: Pick<CapacityChoiceProps, 'value' | 'onChange'>) {
  const { t, i18n } = useWords();
  const language = i18n.language as Spoken;
  const chosen = units.find(({ fr, en }) => fr === value?.unit?.fr && en === value.unit.en);
  const [own, writeOwn] = useState(value?.unit != null && !chosen);
  const choose = (unit: { fr?: string; en?: string } | null) => onChange(unit && { available: value?.available ?? 0, unit });
  return (
    <>
      <div className={css.chips}>
        {units.map(unit => (
          <label key={unit.fr} className={css.chip}>
            <input type="checkbox" checked={unit === chosen} onChange={() => (writeOwn(false), choose(unit === chosen ? null : unit))} />
            {unit[language]}
          </label>
        ))}
        <label className={css.chip}>
          <input type="checkbox" checked={own} onChange={() => (writeOwn(!own), choose(own ? null : {}))} />
          <Icon name="pen" size={18} /> {t('sheet.otherUnit')}
        </label>
      </div>
      {own && (
        <label className={css.own}>
          <span>{t('sheet.unit')}</span>
          <input
            type="text"
            autoFocus
            maxLength={40}
            value={value?.unit?.[language] ?? ''}
            onChange={event => choose(event.target.value ? { [language]: event.target.value } : {})}
          />
        </label>
      )}
    </>
  );
}
