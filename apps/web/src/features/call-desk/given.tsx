import { useTranslation } from 'react-i18next';
import type { ServiceState } from '../../hub/gql/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { StatusShape } from '../../ui/status-badge.tsx';
import { statusWords } from '../../ui/status-words.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './call-desk.module.css';
import type { Ref } from './call.ts';
import { useWords } from './words.ts';

type GivenProps = { reference: Ref; now: { state: ServiceState; at: string } | undefined; onDrop: (() => void) | null };

/** Who was named, as it stood when it was; where it has changed since, how it stands now beside it. */
export function Given({ reference: { name, organization, seen }, now: turned, onDrop }: GivenProps) {
  const { t } = useWords();
  const { t: say } = useTranslation(statusWords);
  const textOf = useText();
  const { age } = useTimes();
  const ago = useInTime(at => age(seen.at, at));
  const other = turned && turned.state !== seen.state ? turned : null;
  return (
    <li data-turned={other !== null || undefined}>
      <StatusShape state={seen.state} stale={seen.stale} size={18} />
      <span>
        <b>{textOf(name)}</b>, {textOf(organization)}{' '}
        <span className={css.quiet}>
          {t('seen', { state: say(`state.${seen.state}`).toLowerCase(), age: ago })}
          {seen.stale && ` · ${t('notSure')}`}
        </span>
      </span>
      {other && (
        <strong className={css.turned}>
          <StatusShape state={other.state} size={18} /> {t('nowIs', { state: say(`state.${other.state}`).toLowerCase() })}
        </strong>
      )}
      {onDrop && (
        <button type="button" aria-label={t('dropReference', { name: textOf(name) })} onClick={onDrop}>
          <Icon name="close" size={16} />
        </button>
      )}
    </li>
  );
}
