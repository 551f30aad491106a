import { Icon } from './icon.tsx';
import css from './stepper.module.css';

type StepperProps = {
  /** Null: not counted. */
  value: number | null;
  /** Where steps end; a typed number may go beyond. */
  total?: number | null;
  onChange: (value: number | null) => void;
  words: { less: string; more: string; number: string; outOf?: string };
};

const most = 100_000;

/** A number in big steps under the thumb; it can be typed too, and cleared. */
export function Stepper({ value, total, onChange, words }: StepperProps) {
  const become = (next: number) => onChange(Math.min(Math.max(0, Math.trunc(next) || 0), most));
  const type = (typed: string) => (typed === '' ? onChange(null) : become(Number(typed)));
  return (
    <div className={css.stepper}>
      <button type="button" onClick={() => become((value ?? 0) - 1)} aria-label={words.less} disabled={!value}>
        <Icon name="minus" />
      </button>
      <label className={css.number}>
        <span className="unseen">{words.number}</span>
        <input
          inputMode="numeric"
          placeholder="–"
          value={value ?? ''}
          onChange={event => type(event.target.value.replace(/\D/g, ''))}
          onFocus={event => event.target.select()}
        />
        {words.outOf && <span>{words.outOf}</span>}
      </label>
      <button
        type="button"
        onClick={() => become((value ?? 0) + 1)}
        aria-label={words.more}
        disabled={total != null && value != null && value >= total}
      >
        <Icon name="plus" />
      </button>
    </div>
  );
}
