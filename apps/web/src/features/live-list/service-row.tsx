import type { FragmentType } from '@apollo/client';
import { Link } from 'react-router';
import { graphql, usePart } from '../../hub/graphql.ts';
import type { ServiceRow_ServiceFragment } from '../../hub/gql/graphql.ts';
import { useTurn } from '../../hub/use-turn.ts';
import { SureTag } from '../../ui/how-sure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { directionsTo } from '../../ui/directions.ts';
import { Localized, useText } from '../../ui/localized.tsx';
import { StatusLines } from '../../ui/status-lines.tsx';
import type { Said } from '../../ui/sureness.ts';
import { useInTime } from '../../ui/pulse.ts';
import { useHowSure } from '../../ui/use-how-sure.ts';
import { useTimes } from '../../ui/use-times.ts';
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
    opensAt
    languages
    locations {
      id
      address
      latitude
      longitude
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
        </div>
        <Where locations={part.locations} match={placeAsked ? part.match : null} />
      </div>
      <Address locations={part.locations} />
      <RowStatus status={part.status} />
      <HoursNow openNow={part.status.openNow ?? null} opensAt={part.opensAt ?? null} />
      <Foot service={part} />
    </article>
  );
}

/** By its hours, which are not its state; and when it opens, if that is not now. */
function HoursNow({ openNow, opensAt }: { openNow: boolean | null; opensAt: string | null }) {
  const { t } = useWords();
  const { when } = useTimes();
  const words = useInTime(now => {
    if (openNow === null) return null;
    if (openNow) return t('openByHours');
    return opensAt && Date.parse(opensAt) > now ? t('opensByHours', { when: when(opensAt, now) }) : t('closedByHours');
  });
  return words && <p className={css.hoursNow}>{words}</p>;
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

/** To call, to go there, and in which languages; there is no way to what is confidential. */
function Foot({ service: { name, phones, locations, languages } }: { service: ServiceRow_ServiceFragment }) {
  const { t, i18n } = useWords();
  const textOf = useText();
  const [phone] = phones;
  const [place] = locations;
  const way = locations.length === 1 && place?.latitude != null && place.longitude != null && directionsTo(place);
  if (!phone && !way && languages.length === 0) return null;
  const called = phone && telephone(phone.number);
  const names = new Intl.DisplayNames([`${i18n.language}-CA`], { type: 'language' });
  return (
    <p className={css.foot}>
      {called && (
        <a className={css.phone} href={called.href} aria-label={t('callNumber', { number: called.shown })}>
          <Icon name="phone" size={18} /> {called.shown}
        </a>
      )}
      {phone?.extension && <span className={css.extension}>{t('extension', { extension: phone.extension })}</span>}
      {way && (
        <a href={way} rel="noreferrer" target="_blank" aria-label={t('directionsTo', { name: textOf(name) })}>
          {t('directions')}
        </a>
      )}
      {languages.length > 0 && <span className={css.languages}>{languages.map(code => names.of(code) ?? code).join(', ')}</span>}
    </p>
  );
}
