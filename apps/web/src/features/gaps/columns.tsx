import { type DragEvent, type RefObject, useState } from 'react';
import type { GapLineFragment } from '../../hub/gql/graphql.ts';
import { useConnection } from '../../hub/connection.ts';
import { useSession } from '../../hub/session.ts';
import { type Column, columnOf, columns, stepTo } from '../../needs/columns.ts';
import { StepDialog } from '../../needs/step-dialog.tsx';
import { type AskedStep, asksFirst } from '../../needs/step-form.tsx';
import { useStep } from '../../needs/use-step.ts';
import { useGapName, useWords as useNeedWords } from '../../needs/words.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Card } from './card.tsx';
import css from './gaps.module.css';
import { Waits } from './list.tsx';
import type { GapsShown, ShownColumn } from './use-gaps.ts';
import { useWords } from './words.ts';

type ColumnsProps = { gaps: GapsShown; list: RefObject<HTMLDivElement | null> };
type Lifted = { gap: GapLineFragment; over: Column; byKey: boolean };
type Asking = { gap: GapLineFragment; step: AskedStep };

/** The gaps by how far they are; a card goes on by hand, by mouse or by keys, through the same commands. */
export function Columns({ gaps, list }: ColumnsProps) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  const nameOf = useGapName();
  const announce = useAnnounce();
  const { may } = useSession();
  const { state } = useConnection();
  const [lifted, lift] = useState<Lifted | null>(null);
  const [asking, ask] = useState<Asking | null>(null);
  const [going, go] = useState<{ id: string; to: Column } | null>(null);
  const { take, refused, refuse } = useStep(gaps.apply);
  const [of, blame] = useState<string | null>(null);
  const mayMove = may('gap:change') && state !== 'offline';

  const begin = (gap: GapLineFragment, byKey: boolean) => {
    refuse(null);
    lift({ gap, over: columnOf(gap.state), byKey });
    if (byKey) announce(t('board.lifted', { name: nameOf(gap) }), 'own');
  };
  const drop = async (gap: GapLineFragment, to: Column) => {
    lift(null);
    if (to === columnOf(gap.state)) return;
    const step = stepTo[to];
    if (asksFirst(step)) return ask({ gap, step });
    blame(gap.id);
    go({ id: gap.id, to });
    const taken = await take(step, { gapId: gap.id });
    go(null);
    announce(taken ? t('board.moved', { name: nameOf(gap), column: n(`column.${to}`) }) : t('board.back', { name: nameOf(gap) }), 'own');
  };
  const press = (key: string): boolean => {
    if (!lifted) return false;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const next = by === undefined ? undefined : columns[columns.indexOf(lifted.over) + by];
    if (next) {
      lift({ ...lifted, over: next });
      announce(n(`column.${next}`), 'own');
    } else if (key === 'Enter' || key === ' ') void drop(lifted.gap, lifted.over);
    else if (key === 'Escape') lift(null);
    else return by !== undefined;
    return true;
  };
  const shown = gaps.shown.map(each => ({ ...each, gaps: within(each, gaps.shown, going) }));
  return (
    <div className={css.board}>
      <Waits gaps={gaps} />
      {mayMove && <p className={css.hint}>{t('board.how')}</p>}
      <div ref={list} className={css.columns} tabIndex={-1}>
        {shown.map(({ column, gaps: cards, total, hasMore }) => (
          <section
            key={column}
            aria-labelledby={`column-${column}`}
            data-column={column}
            data-over={lifted?.over === column || undefined}
            onDragOver={event => lifted && (event.preventDefault(), lifted.over !== column && lift({ ...lifted, over: column }))}
            onDrop={(event: DragEvent) => {
              event.preventDefault();
              if (lifted) void drop(lifted.gap, column);
            }}
          >
            <h2 id={`column-${column}`}>
              {n(`column.${column}`)} <span data-count={column}>{total}</span>
            </h2>
            {lifted && lifted.byKey && lifted.over !== column && columnOf(lifted.gap.state) !== column && (
              <button type="button" className={css.here} tabIndex={-1} onClick={() => void drop(lifted.gap, column)}>
                {t('board.here')}
              </button>
            )}
            <ul>
              {cards.map(gap => (
                <Card
                  key={gap.id}
                  gap={gap}
                  changed={gaps.marked.has(gap.id)}
                  going={going?.id === gap.id}
                  lifted={lifted?.gap.id === gap.id}
                  refused={of === gap.id ? (refused?.message ?? null) : null}
                  onLift={mayMove ? byKey => begin(gap, byKey) : null}
                  onPress={press}
                  onLetGo={() => lift(null)}
                />
              ))}
            </ul>
            {cards.length === 0 && <p className={css.nothing}>{t('board.nothing')}</p>}
            {hasMore && (
              <button type="button" className={css.more} onClick={() => void gaps.more(column)}>
                {t('more', { count: Math.max(1, total - cards.length) })}
              </button>
            )}
          </section>
        ))}
      </div>
      {asking && (
        <StepDialog
          gap={asking.gap}
          step={asking.step}
          onDone={gap => {
            ask(null);
            gaps.apply();
            announce(t('board.moved', { name: nameOf(gap), column: n(`column.${columnOf(gap.state)}`) }), 'own');
          }}
          onClose={() => ask(null)}
        />
      )}
    </div>
  );
}

/** The cards of a column; one that was just moved stands where it goes before the hub has said so. */
function within({ column, gaps }: ShownColumn, all: readonly ShownColumn[], going: { id: string; to: Column } | null) {
  if (!going) return gaps;
  const others = gaps.filter(({ id }) => id !== going.id);
  const moved = all.flatMap(each => each.gaps).find(({ id }) => id === going.id);
  return going.to === column && moved ? [moved, ...others] : others;
}
