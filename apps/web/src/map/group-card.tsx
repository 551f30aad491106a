import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { StatusShape } from '../ui/status-badge.tsx';
import { statusWords } from '../ui/status-words.ts';
import { states } from '../ui/tokens.mjs';
import css from './map.module.css';
import type { Group } from './points.ts';
import { MixBar } from './ring.tsx';
import { useWords } from './words.ts';

/** What a former town holds, without going nearer. */
export function GroupCard({ group, onClose, onList }: { group: Group; onClose: () => void; onList?: () => void }) {
  const { t } = useWords();
  const { t: say } = useTranslation(statusWords);
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), [group.key]);
  return (
    <section ref={card} className={css.card} aria-label={t('group', { name: group.town?.name, count: group.total })}>
      <p className={css.cardHead}>
        <b>{group.town?.name}</b>
        <span>{t('services', { count: group.total })}</span>
        <button type="button" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" size={18} />
        </button>
      </p>
      <MixBar mix={group} />
      <ul className={css.mix}>
        {states
          .filter(state => group.counts[state] > 0)
          .map(state => (
            <li key={state} title={say(`state.${state}`)}>
              <StatusShape state={state} size={18} />
              <span className="unseen">{say(`state.${state}`)}</span> {group.counts[state]}
            </li>
          ))}
      </ul>
      <p className={css.cardFoot}>
        <span>{group.stale > 0 && t('toConfirm', { count: group.stale })}</span>
        {onList && (
          <button type="button" onClick={onList}>
            {t('seeList')}
          </button>
        )}
      </p>
    </section>
  );
}
