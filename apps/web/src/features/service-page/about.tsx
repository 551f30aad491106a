import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Localized, useText } from '../../ui/localized.tsx';
import css from './service-page.module.css';
import type { PageService } from './use-service.ts';
import { useWords } from './words.ts';

/** What it does, for whom, in which languages, how one gets in. */
export function About({ service }: { service: PageService }) {
  const { t } = useWords();
  const { i18n } = useTranslation();
  const textOf = useText();
  const languageNames = new Intl.DisplayNames([`${i18n.language}-CA`], { type: 'language' });
  const dated = new Intl.DateTimeFormat(`${i18n.language}-CA`, { dateStyle: 'long', timeZone: 'UTC' });
  const facts: [string, ReactNode][] = [
    [t('eligibility'), textOf(service.eligibility) && <Localized of={service.eligibility} />],
    [t('languages'), service.languages.map(code => languageNames.of(code) ?? code).join(', ')],
    [t('access'), service.access.map(access => t(`accessOf.${access}`)).join(', ')],
    [t('fees'), textOf(service.fees) && <Localized of={service.fees} />],
    [t('categories'), service.categories.map(({ name }) => textOf(name)).join(', ')],
  ];
  return (
    <section className={css.part} aria-labelledby="about">
      <h2 id="about">{t('about')}</h2>
      {service.description && (
        <p className={css.text}>
          <Localized of={service.description} />
        </p>
      )}
      <dl className={css.facts}>
        {facts
          .filter(([, said]) => said)
          .map(([name, said]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
      </dl>
      {service.assuredAt && <p className={css.quiet}>{t('assured', { date: dated.format(new Date(`${service.assuredAt}T12:00:00Z`)) })}</p>}
    </section>
  );
}
