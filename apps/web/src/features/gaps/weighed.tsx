import type { GapLineFragment } from '../../hub/gql/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './gaps.module.css';
import { useWords } from './words.ts';

type WeighedProps = { weight: GapLineFragment['weight']; state: GapLineFragment['state']; short?: boolean; count?: number };

/** Why a gap stands where it does: its figures, and in full the rule that they go by. */
export function Weighed({ weight, state, short, count = 0 }: WeighedProps) {
  const { t } = useWords();
  const { value, recent, vulnerable, uncommitted } = weight;
  const isFree = uncommitted && state !== 'ADDRESSED' && state !== 'CLOSED'; // what is answered waits for nobody
  if (short)
    return (
      <span className={css.weighed}>
        {isFree && (
          <span className={css.free}>
            <Icon name="warning" size={14} /> {t('weight.uncommitted')}
          </span>
        )}
        <span>{t('weight.short', { value, recent, count: vulnerable })}</span>
      </span>
    );
  return (
    <div className={css.why}>
      <p>
        <b>{t(uncommitted ? 'weight.first' : 'weight.after')}</b>
      </p>
      <dl>
        <div>
          <dt>{t('weight.recent')}</dt>
          <dd>{t('weight.times', { count: recent, by: 3, value: recent * 3 })}</dd>
        </div>
        <div>
          <dt>{t('weight.others')}</dt>
          <dd>{t('weight.times', { count: count - recent, by: 1, value: count - recent })}</dd>
        </div>
        <div>
          <dt>{t('weight.vulnerable')}</dt>
          <dd>{t('weight.times', { count: vulnerable, by: 2, value: vulnerable * 2 })}</dd>
        </div>
        <div>
          <dt>{t('weight.sum')}</dt>
          <dd>
            <b>{value}</b>
          </dd>
        </div>
      </dl>
    </div>
  );
}
