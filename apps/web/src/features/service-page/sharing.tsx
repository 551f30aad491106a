import { useAnnounce } from '../../ui/announcer.tsx';
import css from './service-page.module.css';
import { useWords } from './words.ts';

/** The page's own address: it opens the same for whoever receives it. */
export function Sharing() {
  const { t } = useWords();
  const announce = useAnnounce();
  const share = async () => {
    const url = location.href;
    if (navigator.share) return navigator.share({ url, title: document.title }).catch(() => undefined); // closed without sharing
    await navigator.clipboard.writeText(url).then(
      () => announce(t('shared')),
      () => undefined,
    );
  };
  return (
    <p className={css.sharing}>
      <button type="button" onClick={() => void share()}>
        {t('share')}
      </button>
      <button type="button" onClick={() => print()}>
        {t('print')}
      </button>
    </p>
  );
}
