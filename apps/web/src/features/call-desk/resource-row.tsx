import { useState } from 'react';
import { Link } from 'react-router';
import type { ResourceFragment } from '../../hub/gql/graphql.ts';
import { useTurn } from '../../hub/use-turn.ts';
import { SureTag } from '../../ui/how-sure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Localized, useText } from '../../ui/localized.tsx';
import { StatusLines } from '../../ui/status-lines.tsx';
import { telephone } from '../../ui/telephone.ts';
import { useHowSure } from '../../ui/use-how-sure.ts';
import css from './call-desk.module.css';
import { Contradict } from './contradict.tsx';
import { Key } from './key.tsx';
import { useWords } from './words.ts';

type ResourceRowProps = {
  service: ResourceFragment;
  digit: number | null;
  given: boolean;
  justChanged: boolean;
  placeAsked: boolean;
  onToggle: (() => void) | null;
  onTouch: (id: string | null) => void;
};

/** One who could help: its state and how sure, how far, how to reach it, and the digit that names it to the caller. */
export function ResourceRow({ service, digit, given, justChanged, placeAsked, onToggle, onTouch }: ResourceRowProps) {
  const { t, i18n } = useWords();
  const textOf = useText();
  const [contradicting, contradict] = useState(false);
  const { until, capacity } = useHowSure(service.status);
  useTurn(service);
  const { match, phones } = service;
  const phone = phones[0] && telephone(phones[0].number);
  const distance =
    match?.distanceKm != null && new Intl.NumberFormat(`${i18n.language}-CA`, { maximumFractionDigits: 1 }).format(match.distanceKm);
  return (
    <li
      className={css.resource}
      data-given={given || undefined}
      data-changed={justChanged || undefined}
      onFocus={() => onTouch(service.id)}
      onBlur={() => onTouch(null)}
    >
      <span className={css.digit}>{digit !== null && <Key of={String(digit)} />}</span>
      <div className={css.what}>
        <p>
          <Link to={`/services/${service.id}`} target="_blank">
            <b>
              <Localized of={service.name} />
            </b>
          </Link>{' '}
          <span className={css.quiet}>
            <Localized of={service.organization.name} />
          </span>
          {justChanged && <span className={css.justChanged}> {t('justChanged')}</span>}
        </p>
        <div className={css.state}>
          <SureTag status={service.status} />
          <span>{[capacity, until].filter(Boolean).join(', ')}</span>
          {service.status.openNow != null && <span>{t(service.status.openNow ? 'openNow' : 'closedNow')}</span>}
        </div>
        <StatusLines status={service.status} />
        <p className={css.rowFoot}>
          {phone && <a href={phone.href}>{phone.shown}</a>}
          <button type="button" aria-expanded={contradicting} onClick={() => contradict(!contradicting)}>
            {t('contradict')}
          </button>
        </p>
        {contradicting && <Contradict service={service} onClose={() => contradict(false)} />}
      </div>
      <p className={css.where}>
        {distance && <b>{t('distance', { distance })}</b>}
        {placeAsked && match && <span>{t(match.locatedIn ? (match.serving ? 'both' : 'located') : 'serving')}</span>}
      </p>
      {onToggle && (
        <button
          type="button"
          className={css.toggle}
          aria-pressed={given}
          aria-label={t(given ? 'takeAway' : 'give', { name: textOf(service.name) })}
          aria-keyshortcuts={digit === null ? undefined : String(digit)}
          onClick={onToggle}
        >
          {given && <Icon name="check" size={16} />} {t(given ? 'added' : 'add')}
        </button>
      )}
    </li>
  );
}
