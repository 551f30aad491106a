import type { FragmentType } from '@apollo/client';
import { Link } from 'react-router';
import { graphql, usePart } from '../../hub/graphql.ts';
import type { ServiceCard_ServiceFragment } from '../../hub/gql/graphql.ts';
import { useActs, useAnswered } from '../../hub/use-outbox.ts';
import { useSession } from '../../hub/session.ts';
import { useTurn } from '../../hub/use-turn.ts';
import { actOn, answeredOn } from '../../saying/acts.ts';
import { Says } from '../../saying/says.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Localized, useText } from '../../ui/localized.tsx';
import { CardStatus } from './card-status.tsx';
import type { SaidOtherwise } from './contradictions.tsx';
import css from './my-services.module.css';
import type { Sent } from './use-sent.ts';
import { useWords } from './words.ts';

const fragment = graphql(`
  fragment ServiceCard_service on Service {
    id
    name {
      fr
      en
    }
    organization {
      id
      name {
        fr
        en
      }
    }
    locations {
      id
      address
      name {
        fr
        en
      }
      territory {
        code
        name {
          fr
          en
        }
      }
    }
    status {
      ...StatusWord @unmask
    }
    statusByLocation {
      location {
        id
        address
        name {
          fr
          en
        }
      }
      status {
        ...StatusWord @unmask
      }
    }
  }
`);

type ServiceCardProps = {
  service: FragmentType<ServiceCard_ServiceFragment>;
  sent: Sent | null;
  justChanged: boolean;
  otherwise: readonly SaidOtherwise[];
  onChange: (serviceId: string) => void;
};

/** One service: its state in a glance, one tap to confirm it, one to change it. */
export function ServiceCard({ service, sent, justChanged, otherwise, onChange }: ServiceCardProps) {
  const textOf = useText();
  const part = usePart(fragment, service);
  const id = part?.id ?? '';
  const pending = actOn(id, useActs());
  const answered = answeredOn(id, useAnswered());
  useTurn(part);
  if (!part) return null;

  const name = textOf(part.name);
  const change = () => onChange(id);

  return (
    <article className={css.card} aria-labelledby={`name-${id}`} data-changed={justChanged || undefined}>
      <h2 id={`name-${id}`} tabIndex={-1}>
        <Localized of={part.name} />
      </h2>
      <Whose organization={part.organization} />
      <Place service={part} />
      {(pending || answered?.act.kind !== 'report') && <CardStatus service={part} otherwise={otherwise} />}
      {sent?.asksAgain && <SentSince sent={sent} />}
      <div className={css.says}>
        <Says service={part} name={name} onChange={change} />
        {!pending && answered?.act.kind !== 'report' && <Ways id={id} name={name} />}
      </div>
    </article>
  );
}

/** Many may have gone there since it spoke: is it still so? */
function SentSince({ sent }: { sent: Sent }) {
  const { t } = useWords();
  return (
    <p className={css.sent}>
      <Icon name="person" size={16} /> {t('sentSince', { count: Math.max(1, Math.round(sent.estimate)) })}
    </p>
  );
}

/** The page that everyone sees, and every word said before. */
function Ways({ id, name }: { id: string; name: string }) {
  const { t } = useWords();
  return (
    <p className={css.links}>
      <Link to={`/services/${id}`} aria-label={t('pageOf', { name })}>
        {t('page')}
      </Link>
      <Link to={`/services/${id}#history`} aria-label={t('historyOf', { name })}>
        {t('history')}
      </Link>
    </p>
  );
}

/** Said where the person speaks for several; for whom theirs speaks, they say it on their behalf. */
function Whose({ organization }: Pick<ServiceCard_ServiceFragment, 'organization'>) {
  const { t } = useWords();
  const textOf = useText();
  const { me } = useSession();
  const own = new Set(me?.memberships.map(({ organization: { id } }) => id));
  if (!own.has(organization.id)) return <p className={css.place}>{t('spokenFor', { name: textOf(organization.name) })}</p>;
  return own.size > 1 || me?.memberships.some(({ organization: { relayFor } }) => relayFor.length > 0) ? (
    <p className={css.place}>
      <Localized of={organization.name} />
    </p>
  ) : null;
}

function Place({ service }: { service: Pick<ServiceCard_ServiceFragment, 'locations'> }) {
  const { t } = useWords();
  const [first, ...others] = service.locations;
  if (!first) return <p className={css.place}>{t('noPlace')}</p>;
  if (others.length > 0) return <p className={css.place}>{t('places', { count: service.locations.length })}</p>;
  return <p className={css.place}>{first.address ?? <Localized of={first.name ?? first.territory?.name} />}</p>;
}
