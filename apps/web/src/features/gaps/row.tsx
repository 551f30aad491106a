import { NavLink, useSearchParams } from 'react-router';
import type { GapLineFragment } from '../../hub/gql/graphql.ts';
import { Spark, Trend } from '../../needs/spark.tsx';
import { useWords as useNeedWords } from '../../needs/words.ts';
import { Localized } from '../../ui/localized.tsx';
import css from './gaps.module.css';
import { Weighed } from './weighed.tsx';

type RowProps = { gap: GapLineFragment; changed: boolean; moved: boolean };

/** One gap: how many, of what, where; how it goes; and the figures that put it here. */
export function Row({ gap, changed, moved }: RowProps) {
  const { t } = useNeedWords();
  const [address] = useSearchParams();
  const { weight } = gap;
  return (
    <li className={css.row} data-changed={changed || undefined}>
      <NavLink to={{ pathname: `/besoins/${gap.id}`, search: address.toString() }} data-row>
        <b className={css.number}>{gap.count}</b>
        <span className={css.what}>
          <b>
            <Localized of={gap.kindName} />
          </b>
          <span>
            <Localized of={gap.territory.name} />
            {gap.assignedTo && (
              <>
                {' · '}
                <Localized of={gap.assignedTo.name} />
              </>
            )}
            {moved && <em>{t(`state.${gap.state}`)}</em>}
          </span>
          <Weighed weight={weight} state={gap.state} short />
        </span>
        <Spark days={gap.week} />
        <Trend recent={weight.recent} before={weight.before} words={t('trend', { recent: weight.recent, before: weight.before })} />
      </NavLink>
    </li>
  );
}
