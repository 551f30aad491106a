import { Icon } from './icon.tsx';
import css from './stepper.module.css';

type StepperProps = {
  value: number;
  total?: number | null;
  onChange: (value: number) => void;
  words: { less: string; more: string; number: string; outOf?: string };
};

const most = 100_000;

/** A number in big steps under the thumb; it can be typed too. */
export function Stepper({ value, total, onChange, words }: StepperProps) {
  const become = (next: number) => onChange(Math.min(Math.max(0, Math.trunc(next) || 0), total ?? most));
  return (
    <div className={css.stepper}>
      <button type="button" onClick={() => become(value - 1)} aria-label={words.less} disabled={value <= 0}>
        <Icon name="minus" />
      </button>
      <label className={css.number}>
        <span className="unseen">{words.number}</span>
        <input
          inputMode="numeric"
          value={value}
          onChange={event => become(Number(event.target.value.replace(/\D/g, '')))}
          onFocus={event => event.target.select()}
        />
        {words.outOf && <span>{words.outOf}</span>}
      </label>
      <button type="button" onClick={() => become(value + 1)} aria-label={words.more} disabled={total != null && value >= total}>
        <Icon name="plus" />
      </button>
    </div>
  );
}
