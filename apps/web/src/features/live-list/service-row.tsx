import type { FragmentType } from '@apollo/client';
import { Link } from 'react-router';
import { graphql, usePart } from '../../hub/graphql.ts';
import type { ServiceRow_ServiceFragment } from '../../hub/gql/graphql.ts';
import { useTurn } from '../../hub/use-turn.ts';
import { SureTag } from '../../ui/how-sure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import { StatusLines } from '../../ui/status-lines.tsx';
import type { Said } from '../../ui/sureness.ts';
import { useHowSure } from '../../ui/use-how-sure.ts';
import css from './live-list.module.css';
import { telephone } from '../../ui/telephone.ts';
import { useWords } from './words.ts';

const fragment = graphql(`
  fragment ServiceRow_service on Service {
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
      territory {
        code
        name {
          fr
          en
        }
      }
    }
    phones {
      number
      extension
    }
    match {
      locatedIn
      serving
      distanceKm
    }
    status {
      ...StatusWord @unmask
      openNow
    }
  }
`);

type ServiceRowProps = {
  service: FragmentType<ServiceRow_ServiceFragment>;
  justChanged: boolean;
  /** A place was asked for: how it answers that. */
  placeAsked: boolean;
};

/** One service among many: its state, how sure and since when, who says so, and how to reach it. */
export function ServiceRow({ service, justChanged, placeAsked }: ServiceRowProps) {
  const { t } = useWords();
  const part = usePart(fragment, service);
  useTurn(part);
  if (!part) return null;
  return (
    <article className={css.row} aria-labelledby={`name-${part.id}`} data-changed={justChanged || undefined}>
      <div className={css.head}>
        <div>
          <h2 id={`name-${part.id}`}>
            <Link to={`/services/${part.id}`}>
              <Localized of={part.name} />
            </Link>
            {justChanged && <span className="unseen"> {t('justChanged')}</span>}
          </h2>
          <p className={css.quiet}>
            <Localized of={part.organization.name} />
          </p>
          <Address locations={part.locations} />
        </div>
        <Where locations={part.locations} match={placeAsked ? part.match : null} />
      </div>
      <RowStatus status={part.status} />
      {part.status.openNow != null && <p className={css.hoursNow}>{t(part.status.openNow ? 'openByHours' : 'closedByHours')}</p>}
      <Phones phones={part.phones} />
    </article>
  );
}

function RowStatus({ status }: { status: Said }) {
  const { words, until, source } = useHowSure(status);
  const besides = [words.capacityOf(status), until].filter(Boolean).join(', ');
  return (
    <>
      <div className={css.status}>
        <SureTag status={status} />
        {besides && <span className={css.besides}>{besides}</span>}
        {source && <span className={css.source}>{source}</span>}
      </div>
      <StatusLines status={status} />
      {status.mixed && <p className={css.line}>{words.mixed}</p>}
    </>
  );
}

type WhereProps = { locations: ServiceRow_ServiceFragment['locations']; match: ServiceRow_ServiceFragment['match'] };

function Address({ locations }: Pick<WhereProps, 'locations'>) {
  const { t } = useWords();
  const address = locations.length > 1 ? t('places', { count: locations.length }) : locations[0]?.address;
  return address && <p className={css.address}>{address}</p>;
}

function Where({ locations, match }: WhereProps) {
  const { t, i18n } = useWords();
  const [first] = locations;
  const distance =
    match?.distanceKm != null && new Intl.NumberFormat(`${i18n.language}-CA`, { maximumFractionDigits: 1 }).format(match.distanceKm);
  if (!first && !distance) return null;
  return (
    <p className={css.where}>
      {distance ? (
        <b>{t('distance', { distance })}</b>
      ) : (
        first?.territory && (
          <b>
            <Localized of={first.territory.name} />
          </b>
        )
      )}
      {match && <span>{t(match.locatedIn ? (match.serving ? 'locatedAndServing' : 'located') : 'serving')}</span>}
    </p>
  );
}

function Phones({ phones }: { phones: ServiceRow_ServiceFragment['phones'] }) {
  const { t } = useWords();
  const [first] = phones;
  if (!first) return null;
  const { shown, href } = telephone(first.number);
  return (
    <p className={css.phones}>
      <a href={href} aria-label={t('callNumber', { number: shown })}>
        <Icon name="phone" size={18} /> {shown}
      </a>
      {first.extension && <span>{t('extension', { extension: first.extension })}</span>}
    </p>
  );
}
