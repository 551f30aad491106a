import { type RefObject } from 'react';
import { columnOf } from '../../needs/columns.ts';
import { useWords as useNeedWords } from '../../needs/words.ts';
import css from './gaps.module.css';
import type { GapsShown } from './use-gaps.ts';
import { useWords } from './words.ts';

import { Row } from './row.tsx';

type ListProps = { gaps: GapsShown; list: RefObject<HTMLDivElement | null> };

/** By state; in each, what nobody has committed to first. */
export function List({ gaps, list }: ListProps) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  return (
    <div ref={list} className={css.sections} tabIndex={-1}>
      <Waits gaps={gaps} />
      {gaps.shown
        .filter(({ total, gaps: rows }) => total > 0 || rows.length > 0)
        .map(({ column, gaps: rows, total, hasMore }) => (
          <section key={column} aria-labelledby={`column-${column}`}>
            <h2 id={`column-${column}`} className={css.group}>
              {n(`column.${column}`)} <span data-count={column}>{total}</span>
              <small>{t(`group.${column}`)}</small>
            </h2>
            <ul className={css.rows}>
              {rows.map(gap => (
                <Row key={gap.id} gap={gap} changed={gaps.marked.has(gap.id)} moved={columnOf(gap.state) !== column} />
              ))}
            </ul>
            {hasMore && (
              <button type="button" className={css.more} onClick={() => void gaps.more(column)}>
                {t('more', { count: Math.max(1, total - rows.length) })}
              </button>
            )}
          </section>
        ))}
    </div>
  );
}

/** What would move the rows, until it is asked for. */
export function Waits({ gaps }: { gaps: GapsShown }) {
  const { t } = useWords();
  if (gaps.waiting === 0) return null;
  return (
    <button type="button" className={css.waits} onClick={gaps.apply}>
      {t('waiting', { count: gaps.waiting })}
    </button>
  );
}
