import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { PlanCampaignInput } from '../../hub/gql/graphql.ts';
import { type Named, OrganizationChoice } from '../../saying/organization-choice.tsx';
import { Localized } from '../../ui/localized.tsx';
import css from './campaigns.module.css';
import { Preview } from './campaigns.query.ts';
import { useWords } from './words.ts';

/** The letter as one of them would get it, word for word. */
export function LetterPreview({ input }: { input: PlanCampaignInput }) {
  const { t } = useWords();
  const [whose, choose] = useState<Named | null>(null);
  const [language, speak] = useState<string | null>(null);
  const { data, previousData, error } = useQuery(Preview, {
    variables: { input, organizationId: whose?.id ?? null, language },
    fetchPolicy: 'network-only',
  });
  const letter = (data ?? previousData)?.previewCampaign;
  return (
    <section className={css.panel} aria-labelledby="preview">
      <div className={css.panelHead}>
        <h2 id="preview">{t('preview.title')}</h2>
        <div className={css.languages} role="group" aria-label={t('preview.language')}>
          {(['fr', 'en'] as const).map(one => (
            <button key={one} type="button" aria-pressed={letter?.language === one} onClick={() => speak(one)}>
              {t(`preview.${one}`)}
            </button>
          ))}
        </div>
      </div>
      <OrganizationChoice label={t('preview.whose')} value={whose} onChange={choose} />
      {letter && (
        <div className={css.mail} lang={letter.language}>
          <p>
            {t('preview.to')} <b>{letter.organization ? <Localized of={letter.organization.name} /> : t('preview.nobody')}</b>
          </p>
          <b>{letter.subject}</b>
          <pre tabIndex={0} aria-label={t('preview.title')}>
            {letter.text}
          </pre>
        </div>
      )}
      {!letter && <p className={css.quiet}>{t(error ? 'preview.failed' : 'preview.coming')}</p>}
    </section>
  );
}
