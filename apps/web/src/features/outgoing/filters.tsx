import { useQuery } from '@apollo/client/react';
import { Link, useNavigate } from 'react-router';
import { Localized } from '../../ui/localized.tsx';
import { type Asked, channels, kinds } from './filter.ts';
import css from './outgoing.module.css';
import { OutgoingOfCampaign } from './outgoing.query.ts';
import { useWords } from './words.ts';

type FiltersProps = { asked: Asked; total: number | null; to: (change: Record<string, string | null>) => string };

/** What is shown of it, and how many that makes. */
export function Filters({ asked, total, to }: FiltersProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <div className={css.filters}>
      <label>
        <span>{t('filter.state')}</span>
        <select value={asked.kind ?? ''} onChange={event => void navigate(to({ state: event.target.value || null }))}>
          <option value="">{t('filter.all')}</option>
          {kinds.map(kind => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('filter.channel')}</span>
        <select value={asked.channel ?? ''} onChange={event => void navigate(to({ channel: event.target.value || null }))}>
          <option value="">{t('filter.all')}</option>
          {channels.map(channel => (
            <option key={channel} value={channel}>
              {t(`channel.${channel}`)}
            </option>
          ))}
        </select>
      </label>
      <p role="status">{total !== null && t('count', { count: total })}</p>
      {asked.campaign && <OfCampaign id={asked.campaign} all={to({ campaign: null })} />}
    </div>
  );
}

function OfCampaign({ id, all }: { id: string; all: string }) {
  const { t } = useWords();
  const name = useQuery(OutgoingOfCampaign, { variables: { id } }).data?.campaign?.name;
  return (
    <p className={css.campaign}>
      {t('ofCampaign')} <Link to={`/campaigns/${id}`}>{name ? <Localized of={name} /> : t('itsCampaign')}</Link> ·{' '}
      <Link to={all}>{t('ofAll')}</Link>
    </p>
  );
}
