import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './call-desk.module.css';
import type { Call } from './call.ts';
import type { Kind } from './use-ground.ts';
import { useWords } from './words.ts';

type LeftOpenProps = {
  calls: readonly Call[];
  letGo: (id: string) => void;
  kinds: readonly Kind[];
  /** A call is in hand: it is not put aside for another. */
  begun: boolean;
  onResume: (call: Call) => void;
};

/** Calls that a closed page left: offered back as they stood. */
export function LeftOpen({ calls, letGo, kinds, begun, onResume }: LeftOpenProps) {
  const { t } = useWords();
  const { when } = useTimes();
  const textOf = useText();
  if (calls.length === 0 || begun) return null;
  return (
    <section className={css.leftOpen} aria-label={t('leftOpen')}>
      {calls.map(call => (
        <p key={call.id}>
          <Icon name="undo" size={18} />
          <span>
            <b>{t('leftOpenSince', { when: when(call.startedAt!, now()) })}</b>{' '}
            {call.needs.map(need => textOf(kinds.find(({ code }) => code === need.kind)?.name) || need.text).join(', ')}
          </span>
          <button type="button" onClick={() => onResume(call)}>
            {t('resume')}
          </button>
          <button type="button" onClick={() => letGo(call.id)}>
            {t('letGo')}
          </button>
        </p>
      ))}
    </section>
  );
}
