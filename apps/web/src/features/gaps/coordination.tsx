import { useLazyQuery, useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import { useStep } from '../../needs/use-step.ts';
import { useWords as useNeedWords } from '../../needs/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import css from './gap.module.css';
import type { GapInFull } from './gap-in-full.ts';
import { Alike, GapGround } from './gaps.query.ts';
import { useWords } from './words.ts';

/** What was counted in two places is joined; what was counted for a whole city is told apart by former town. */
export function Coordination({ gap, onDone }: { gap: GapInFull; onDone: () => void }) {
  const { t } = useWords();
  const [read, alike] = useLazyQuery(Alike, { fetchPolicy: 'network-only' });
  const filter = { kinds: [gap.kind], ...(gap.crisis && { crisisId: gap.crisis.id }) };
  const open = () => void read({ variables: { filter } }).catch(() => undefined);
  const others = alike.data?.gaps.edges.map(({ node }) => node).filter(({ id }) => id !== gap.id) ?? [];
  return (
    <details className={css.panel} onToggle={event => event.currentTarget.open && !alike.data && open()}>
      <summary>{t('coordination')}</summary>
      <Merge gap={gap} others={others} onDone={onDone} />
      <Split gap={gap} onDone={onDone} />
    </details>
  );
}

type Other = { id: string; count: number; territory: GapInFull['territory'] };

function Merge({ gap, others, onDone }: { gap: GapInFull; others: readonly Other[]; onDone: () => void }) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  const textOf = useText();
  const { take, busy, refused } = useStep(onDone);
  if (others.length === 0 || gap.state === 'CLOSED') return <p className={css.quiet}>{t('merge.none')}</p>;
  return (
    <Pick
      label={t('merge.into')}
      act={t('merge.send')}
      busy={busy}
      refused={refused?.message ?? null}
      from={others.map(one => [one.id, `${textOf(one.territory.name)} · ${n('requests', { count: one.count })}`] as const)}
      onPick={intoGapId => void take('merge', { gapId: gap.id, intoGapId })}
    />
  );
}

function Split({ gap, onDone }: { gap: GapInFull; onDone: () => void }) {
  const { t } = useWords();
  const textOf = useText();
  const { data } = useQuery(GapGround);
  const { take, busy, refused } = useStep(onDone);
  const towns = data?.territories ?? [];
  if (gap.state === 'CLOSED' || towns.some(({ code }) => code === gap.territory.code)) return null;
  return (
    <Pick
      label={t('split.of')}
      act={t('split.send')}
      busy={busy}
      refused={refused?.message ?? null}
      from={towns.map(({ code, name }) => [code, textOf(name)] as const)}
      onPick={territory => void take('split', { gapId: gap.id, territory })}
    />
  );
}

type PickProps = {
  label: string;
  act: string;
  busy: boolean;
  refused: string | null;
  from: readonly (readonly [string, string])[];
  onPick: (value: string) => void;
};

function Pick({ label, act, busy, refused, from, onPick }: PickProps) {
  const id = useId();
  const [value, choose] = useState(from[0]?.[0] ?? '');
  return (
    <div className={css.pick}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={event => choose(event.target.value)}>
        {from.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <button type="button" aria-disabled={busy} onClick={() => !busy && onPick(value || from[0]?.[0] || '')}>
        {act}
      </button>
      {refused && (
        <p role="alert" className={css.wrong}>
          <Icon name="warning" size={16} /> {refused}
        </p>
      )}
    </div>
  );
}
