import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { useFirstGaps } from '../../needs/use-first-gaps.ts';
import { useGapName } from '../../needs/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import { WeekOfOrganization } from './asked-of-us.query.ts';
import css from './asked-of-us.module.css';
import { useWords } from './words.ts';

const MOST = 20;

/** What one's organizations are asked beside their state: needs that are proposed to them, quietly. */
export function AskedOfUs({ organizations }: { organizations: readonly string[] }) {
  const { t } = useWords();
  const nameOf = useGapName();
  const { may } = useSession();
  const skip = !may('gap:commit') || organizations.length === 0;
  const read = useFirstGaps({ organizations: [...organizations], states: ['ASSIGNED'] }, MOST, skip);
  const asked = read?.gaps.filter(({ assignedTo, answer }) => !answer && assignedTo && organizations.includes(assignedTo.id)) ?? [];
  const [first] = asked;
  if (!first) return null;
  return (
    <Link className={css.asked} to={asked.length === 1 ? `/besoins/${first.id}?organization=mine` : '/besoins?organization=mine'}>
      <Icon name="target" />
      <span>
        <b>{t('proposed', { count: asked.length })}</b>
        <span>{asked.length === 1 ? nameOf(first) : asked.slice(0, 3).map(nameOf).join(' · ')}</span>
      </span>
      <Icon name="forward" size={18} />
    </Link>
  );
}

/** What the 211 did for an organization this week, and what people around it did not find. */
export function Week({ organizationId, named }: { organizationId: string; named: boolean }) {
  const { t } = useWords();
  const textOf = useText();
  const { may } = useSession();
  const { data } = useQuery(WeekOfOrganization, { variables: { organizationId }, skip: !may('load:read') });
  const week = data?.weekOfOrganization;
  if (!week || (week.references === 0 && week.unmet.length === 0)) return null;
  const [name] = [textOf(week.organization.name)];
  return (
    <p className={css.week}>
      {week.references > 0 && (
        <span>{named ? t('week.gaveOf', { count: week.references, name }) : t('week.gave', { count: week.references })}</span>
      )}
      {week.unmet.slice(0, 3).map(({ kind, kindName, territory, requests }) => (
        <span key={`${kind} ${territory.code}`}>
          {t('week.unmet', { count: requests, place: textOf(territory.name), kind: textOf(kindName) })}
        </span>
      ))}
    </p>
  );
}
