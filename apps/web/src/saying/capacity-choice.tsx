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

/** How many are left, and of what: as last time, or a first count. */
export function CapacityChoice({ value, last, onChange }: CapacityChoiceProps) {
  const { t, i18n } = useWords();
  const language = i18n.language as Spoken; // only these two are supported
  const unit = textIn(value?.unit ?? last?.unit, language).text || t('capacity.places', { ns: 'status' });
  const total = value?.total ?? last?.total ?? null;

  return (
    <>
      {!last && <UnitChoice value={value} onChange={onChange} />}
      {value && (
        <Stepper
          value={value.available}
          total={total}
          onChange={available => onChange({ ...value, available })}
          words={{
            less: t('sheet.less'),
            more: t('sheet.more'),
            number: unit,
            outOf: total === null ? undefined : t('sheet.outOf', { total }),
          }}
        />
      )}
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
