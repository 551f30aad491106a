import { useQuery } from '@apollo/client/react';
import type { AudienceQuery, ServiceFilter } from '../../hub/gql/graphql.ts';
import { Localized, useText } from '../../ui/localized.tsx';
import css from './campaigns.module.css';
import { Audience, CampaignGround } from './campaigns.query.ts';
import type { Letter } from './draft.ts';
import { Choice, Line } from './fields.tsx';
import { useWords } from './words.ts';

type Counted = AudienceQuery['campaignAudience'];
type AudienceNow = { counted: Counted | undefined; settling: boolean };

export function useAudience(filter: ServiceFilter): AudienceNow {
  const { data, previousData, loading } = useQuery(Audience, { variables: { filter }, fetchPolicy: 'cache-and-network' });
  return { counted: (data ?? previousData)?.campaignAudience, settling: loading };
}

type WhomProps = AudienceChoiceProps & { audience: AudienceNow; error: string | null };

/** Whom it asks, and how many that makes. */
export function Whom({ audience, error, ...choice }: WhomProps) {
  const { t } = useWords();
  return (
    <section className={css.panel} aria-labelledby="whom">
      <h2 id="whom">{t('whom')}</h2>
      <AudienceCount {...audience} />
      <AudienceChoice {...choice} />
      {error && (
        <p role="alert" className={css.wrong}>
          {error}
        </p>
      )}
    </section>
  );
}

/** `onlyStale`: the silent are asked anyhow. */
type AudienceChoiceProps = { draft: Letter; write: (change: Partial<Letter>) => void; onlyStale?: boolean };

/** Any of the directory's filters. */
function AudienceChoice({ draft, write, onlyStale }: AudienceChoiceProps) {
  const { t } = useWords();
  const textOf = useText();
  const { data } = useQuery(CampaignGround);
  const named = (from: readonly { code: string; name: Parameters<typeof textOf>[0] }[] = []) =>
    from.map(({ code, name }) => [code, textOf(name)] as const).sort(([, one], [, other]) => one.localeCompare(other));
  const crises = (data?.crises ?? []).filter(({ closedAt, exercise }) => !closedAt && !exercise);
  return (
    <div className={css.fields}>
      <Line label={t('audience.text')}>
        {id => <input id={id} type="search" value={draft.text} onChange={event => write({ text: event.target.value })} />}
      </Line>
      <Choice
        label={t('audience.category')}
        all={t('audience.allCategories')}
        value={draft.category}
        from={named(data?.categories)}
        onChange={category => write({ category })}
      />
      <Choice
        label={t('audience.territory')}
        all={t('audience.allTerritories')}
        value={draft.territory}
        from={named(data?.territories)}
        onChange={territory => write({ territory })}
      />
      <Choice
        label={t('audience.crisis')}
        all={t('audience.anyCrisis')}
        value={draft.crisis}
        from={crises.map(({ id, name }) => [id, textOf(name)])}
        onChange={crisis => write({ crisis })}
      />
      {!onlyStale && (
        <label className={css.check}>
          <input type="checkbox" checked={draft.toConfirm} onChange={event => write({ toConfirm: event.target.checked })} />{' '}
          {t('audience.silent')}
        </label>
      )}
    </div>
  );
}

/** How many that makes, and who cannot be written to. */
function AudienceCount({ counted, settling }: AudienceNow) {
  const { t } = useWords();
  if (!counted) return <p className={css.quiet}>{t('audience.counting')}</p>;
  const { organizations, services, requests, withoutAddress, reachableByRelay, byLanguage, unreachable } = counted;
  return (
    <div className={css.counted} aria-live="polite" data-settling={settling || undefined}>
      <p className={css.big}>
        <b>{organizations}</b> {t('audience.organizations', { count: organizations })}
      </p>
      <ul>
        <li>{t('audience.services', { count: services })}</li>
        <li>
          {t('audience.letters', { count: requests })}
          {byLanguage.length > 0 && ` (${byLanguage.map(({ language, n }) => t(`audience.${language as 'fr'}`, { count: n })).join(', ')})`}
        </li>
        {reachableByRelay > 0 && <li>{t('audience.relay', { count: reachableByRelay })}</li>}
        {withoutAddress > 0 && <li>{t('audience.withoutAddress', { count: withoutAddress })}</li>}
      </ul>
      {unreachable && unreachable.length > 0 && (
        <details>
          <summary>{t('audience.whoCannot')}</summary>
          <ul>
            {unreachable.map(({ id, name }) => (
              <li key={id}>
                <Localized of={name} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
