import type { ServiceState } from '../hub/gql/graphql.ts';
import { Icon } from '../ui/icon.tsx';
import { StatusShape } from '../ui/status-badge.tsx';
import { states } from '../ui/tokens.mjs';
import css from './choices.module.css';
import { useWords } from './words.ts';

type StateChoiceProps = { value: ServiceState | null; onChange: (state: ServiceState) => void; focusFirst: boolean };

/** Six big answers; a native radio group, so that arrows, forms and speech come with it. */
export function StateChoice({ value, onChange, focusFirst }: StateChoiceProps) {
  const { t } = useWords();
  const sayable = states.filter(state => state !== 'UNKNOWN');
  return (
    <div className={css.states}>
      {sayable.map((state, index) => (
        <label key={state} className={css.state} data-state={state}>
          <input
            type="radio"
            name="state"
            value={state}
            checked={value === state}
            onChange={() => onChange(state)}
            data-autofocus={(focusFirst && (value ? value === state : index === 0)) || undefined}
          />
          <StatusShape state={state} size={26} />
          <span>
            <b>{t(`state.${state}`, { ns: 'status' })}</b>
            <span className={css.means}>{t(`means.${state as 'OPEN'}`, { ns: 'status' })}</span>
          </span>
          <span className={css.chosen}>
            <Icon name="check" />
          </span>
        </label>
      ))}
    </div>
  );
}
