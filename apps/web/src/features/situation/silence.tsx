import { useQuery } from '@apollo/client/react';
import { Localized } from '../../ui/localized.tsx';
import css from './situation.module.css';
import { SituationGround } from './situation.query.ts';
import { useWords } from './words.ts';

/** How many are silent in a former town; who they are is 211's to know. */
export function Silence({ code, n, onChoose }: { code: string | null; n: number; onChoose: (code: string) => void }) {
  const { t } = useWords();
  const { data } = useQuery(SituationGround);
  const town = data?.territories.find(each => each.code === code);
  return (
    <li className={css.row}>
      <b className={css.number}>{n}</b>
      {town ? (
        <button type="button" className={css.town} data-row-action onClick={() => onChoose(town.code)}>
          <Localized of={town.name} />
        </button>
      ) : (
        <span>{t('nowhere')}</span>
      )}
    </li>
  );
}
