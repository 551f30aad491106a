import { useTranslation } from 'react-i18next';
import pages from 'virtual:what-a-status-means';
import { Screen } from '../../ui/screen.tsx';
import css from './meaning.module.css';

/** Our own words, made into HTML when the screens are built. */
export function MeaningScreen() {
  const { i18n } = useTranslation();
  const { title, html } = i18n.language === 'en' ? pages.en : pages.fr;
  return (
    <Screen title={title} narrow="page">
      <article className={css.page} dangerouslySetInnerHTML={{ __html: html }} />
    </Screen>
  );
}
