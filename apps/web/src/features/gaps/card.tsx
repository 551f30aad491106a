import { useId } from 'react';
import { Link } from 'react-router';
import type { GapLineFragment } from '../../hub/gql/graphql.ts';
import { Spark, Trend } from '../../needs/spark.tsx';
import { useGapName, useWords as useNeedWords } from '../../needs/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import css from './gaps.module.css';
import { Weighed } from './weighed.tsx';
import { useWords } from './words.ts';

type CardProps = {
  gap: GapLineFragment;
  changed: boolean;
  going: boolean;
  lifted: boolean;
  refused: string | null;
  /** Null for who may not move it. */
  onLift: ((byKey: boolean) => void) | null;
  /** True where the key did something. */
  onPress: (key: string) => boolean;
  onLetGo: () => void;
};

export function Card({ gap, changed, going, lifted, refused, onLift, onPress, onLetGo }: CardProps) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  const nameOf = useGapName();
  const id = useId();
  const { weight } = gap;
  return (
    <li
      className={css.card}
      data-changed={changed || undefined}
      data-going={going || undefined}
      data-lifted={lifted || undefined}
      draggable={onLift !== null}
      onDragStart={event => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', nameOf(gap)); // without any, Firefox drags nothing
        onLift?.(false);
      }}
      onDragEnd={onLetGo}
    >
      <p className={css.cardHead}>
        <b className={css.number}>{gap.count}</b>
        <Link to={`/besoins/${gap.id}`} draggable={false} data-row>
          <Localized of={gap.kindName} />
        </Link>
        {onLift && (
          <button
            type="button"
            className={css.move}
            aria-pressed={lifted}
            aria-describedby={id}
            aria-label={t('board.move', { name: nameOf(gap) })}
            onClick={() => (lifted ? onLetGo() : onLift(true))}
            onKeyDown={event => lifted && onPress(event.key) && event.preventDefault()}
          >
            <Icon name="arrow" size={18} />
          </button>
        )}
      </p>
      <p className={css.quiet}>
        <Localized of={gap.territory.name} />
        {gap.assignedTo && (
          <>
            {' · '}
            <Localized of={gap.assignedTo.name} />
          </>
        )}
      </p>
      <p className={css.cardFoot}>
        <Spark days={gap.week} />
        <Trend recent={weight.recent} before={weight.before} words={n('trend', { recent: weight.recent, before: weight.before })} />
      </p>
      <Weighed weight={weight} state={gap.state} short />
      {lifted && (
        <p id={id} className={css.hint}>
          {t('board.keys')}
        </p>
      )}
      {refused && (
        <p role="alert" className={css.wrong}>
          <Icon name="warning" size={16} /> {refused}
        </p>
      )}
    </li>
  );
}
