import { useQuery } from '@apollo/client/react';
import { Localized } from '../../ui/localized.tsx';
import css from './situation.module.css';
import { SituationGround } from './situation.query.ts';
import { useWords } from './words.ts';

/** How many are silent in a former town; who they are is 211's to know. */
export function Silence({ code, n }: { code: string | null; n: number }) {
  const { t } = useWords();
  const { data } = useQuery(SituationGround);
  const town = data?.territories.find(each => each.code === code);
  return (
    <li className={css.row}>
      <b className={css.number}>{n}</b>
      <span>{town ? <Localized of={town.name} /> : t('nowhere')}</span>
    </li>
  );
}
