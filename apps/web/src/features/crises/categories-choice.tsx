import { useQuery } from '@apollo/client/react';
import { Field } from '../../ui/field.tsx';
import { useText } from '../../ui/localized.tsx';
import css from './crises.module.css';
import { CrisisGround } from './crises.query.ts';
import { useWords } from './words.ts';

type CategoriesChoiceProps = { value: readonly string[]; onChange: (codes: string[]) => void };

/** Those that matter; none: all of them. */
export function CategoriesChoice({ value, onChange }: CategoriesChoiceProps) {
  const { t } = useWords();
  const textOf = useText();
  const { data } = useQuery(CrisisGround);
  return (
    <Field label={t('categoriesThatMatter')} optional={t('noneIsAll')}>
      <div className={css.choices} data-columns>
        {data?.categories.map(({ code, name }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={value.includes(code)}
              onChange={({ target }) => onChange(target.checked ? [...value, code] : value.filter(each => each !== code))}
            />
            {textOf(name)}
          </label>
        ))}
      </div>
    </Field>
  );
}
