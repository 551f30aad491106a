import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import type { ServiceState } from '../../hub/gql/graphql.ts';
import css from './call-desk.module.css';
import type { Need } from './call.ts';
import { Chooser } from './chooser.tsx';
import type { Act, Desk } from './desk.ts';
import { GapLine } from './gap-line.tsx';
import { Given } from './given.tsx';
import { Key } from './key.tsx';
import type { Choices } from './keys.ts';
import { Reasons } from './reasons.tsx';
import type { Ground, Kind } from './use-ground.ts';
import { useWords } from './words.ts';

type NeedCardProps = {
  need: Need;
  at: number;
  desk: Desk;
  choices: Choices;
  kinds: readonly Kind[];
  ground: Ground | undefined;
  /** What became of services during the call. */
  since: ReadonlyMap<string, { state: ServiceState; at: string }>;
  onAct: (act: Act) => void;
};

const outcomes = [
  ['MET', 'J'],
  ['PARTLY_MET', 'K'],
  ['UNMET', 'U'],
] as const;

/** One need: what it was taken for, how it ended, who was named, and why not where nobody could be. */
export function NeedCard({ need, at, desk, choices, kinds, ground, since, onAct }: NeedCardProps) {
  const { t } = useWords();
  const textOf = useText();
  const isRinged = desk.call.ringed === at;
  const kind = kinds.find(({ code }) => code === need.kind);
  const category = ground?.categories.find(({ code }) => code === need.category);
  const outcome = outcomes.find(([one]) => one === need.outcome);
  return (
    <article
      className={css.need}
      data-ringed={isRinged || undefined}
      aria-labelledby={`need-${need.key}`}
      aria-current={isRinged || undefined}
    >
      <header>
        <button type="button" className={css.number} aria-label={t('ring', { n: at + 1 })} onClick={() => onAct({ is: 'ringAt', at })}>
          {at + 1}
        </button>
        <div>
          <h3 id={`need-${need.key}`}>{kind ? textOf(kind.name) : t('otherNeed')}</h3>
          <p className={css.quiet}>
            {category ? textOf(category.name) : t('noCategory')} · <q>{need.text}</q>
          </p>
        </div>
        {isRinged ? (
          <button type="button" className={css.correct} aria-keyshortcuts="e" onClick={() => onAct({ is: 'ask', asking: 'kind' })}>
            {t('correct')} <Key of="E" />
          </button>
        ) : (
          <b className={css.outcome}>
            {outcome?.[0] === 'MET' && <Icon name="check" size={16} />} {outcome ? t(`outcome.${outcome[0]}`) : t('noOutcome')}
          </b>
        )}
      </header>
      {isRinged && (desk.asking === 'kind' || desk.asking === 'category') && (
        <Chooser asking={desk.asking} desk={desk} choices={choices} label={t(`ask.${desk.asking}`)} onAct={onAct} />
      )}
      {isRinged && (
        <div className={css.outcomes} role="group" aria-label={t('howEnded')}>
          {outcomes.map(([one, key]) => (
            <button
              key={one}
              type="button"
              aria-pressed={need.outcome === one}
              aria-keyshortcuts={key.toLowerCase()}
              onClick={() => onAct({ is: 'outcome', outcome: one })}
            >
              {t(`outcome.${one}`)} <Key of={key} />
            </button>
          ))}
        </div>
      )}
      {need.references.length > 0 && (
        <ul className={css.given}>
          {need.references.map(ref => (
            <Given
              key={ref.serviceId}
              reference={ref}
              now={since.get(ref.serviceId)}
              onDrop={isRinged ? () => onAct({ is: 'refer', ref }) : null}
            />
          ))}
        </ul>
      )}
      {isRinged && (need.outcome === 'PARTLY_MET' || need.outcome === 'UNMET') && (
        <Reasons need={need} desk={desk} choices={choices} onAct={onAct} />
      )}
      <GapLine call={desk.call} need={need} kinds={kinds} />
      {isRinged && (
        <button type="button" className={css.remove} aria-keyshortcuts="Delete" onClick={() => onAct({ is: 'removeNeed' })}>
          {t('removeNeed')}
        </button>
      )}
    </article>
  );
}
