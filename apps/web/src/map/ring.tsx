import css from './map.module.css';
import type { Mix } from './points.ts';
import { type State, states } from '../ui/tokens.mjs';

/** The share of each state, clockwise from noon in one order everywhere; ticks outside for the share to verify. */
const order: State[] = ['OPEN', 'LIMITED', 'FULL', 'RELOCATED', 'SUSPENDED', 'CLOSED', 'UNKNOWN'];
const WIDTH = 6;

export const radiusOf = (total: number): number => Math.min(40, 9 + 1.75 * Math.sqrt(total));

export function Ring({ mix, radius = radiusOf(mix.total) }: { mix: Mix; radius?: number }) {
  const size = 2 * (radius + 8);
  const middle = size / 2;
  const length = 2 * Math.PI * radius;
  let begun = 0;
  return (
    <svg className={css.ring} width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden>
      <circle cx={middle} cy={middle} r={radius + WIDTH / 2} className={css.ground} />
      <g fill="none" strokeWidth={WIDTH} transform={`rotate(-90 ${middle} ${middle})`}>
        {order.map(state => {
          const part = (mix.counts[state] / mix.total) * length;
          const from = begun;
          begun += part;
          return part > 0 ? (
            <circle
              key={state}
              cx={middle}
              cy={middle}
              r={radius}
              stroke={`var(--fanal-fill-${state})`}
              strokeDasharray={`${Math.max(part - 1, 0.5)} ${length}`}
              strokeDashoffset={-from}
            />
          ) : null;
        })}
        {mix.stale > 0 && (
          <circle
            cx={middle}
            cy={middle}
            r={radius + WIDTH / 2 + 3}
            className={css.ticks}
            pathLength={360}
            strokeDasharray={ticks((mix.stale / mix.total) * 360)}
          />
        )}
      </g>
      <text x={middle} y={middle} className={css.number}>
        {mix.total}
      </text>
    </svg>
  );
}

/** One tick every six degrees over so much of the round, then nothing. */
function ticks(degrees: number): string {
  const count = Math.max(1, Math.round(degrees / 6));
  return `${Array.from({ length: count }, () => '1.4 4.6').join(' ')} 0 ${360}`;
}

/** The same as a bar. */
export function MixBar({ mix }: { mix: Mix }) {
  return (
    <span className={css.bar} aria-hidden>
      {states
        .filter(state => mix.counts[state] > 0)
        .map(state => (
          <i key={state} style={{ flexGrow: mix.counts[state], background: `var(--fanal-fill-${state})` }} />
        ))}
    </span>
  );
}
