import { useEffect, useState } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './service-page.module.css';
import { useWords } from './words.ts';

const LONG_ENOUGH = 5_000;

/** The page's own address: it opens the same for whoever receives it. */
export function Sharing() {
  const { t } = useWords();
  const announce = useAnnounce();
  const [copied, become] = useState<'copied' | 'not' | null>(null);
  useEffect(() => {
    if (copied !== 'copied') return;
    const timer = setTimeout(() => become(null), LONG_ENOUGH);
    return () => clearTimeout(timer);
  }, [copied]);
  const share = async () => {
    const url = location.href;
    if (navigator.share) return navigator.share({ url, title: document.title }).catch(() => undefined); // closed without sharing
    try {
      await navigator.clipboard.writeText(url);
      become('copied');
      announce(t('shared'), 'own');
    } catch {
      become('not'); // forbidden, or plain http: it is there to be copied by hand
    }
  };
  return (
    <>
      <p className={css.sharing}>
        <button type="button" onClick={() => void share()}>
          {copied === 'copied' && <Icon name="check" size={18} />} {t(copied === 'copied' ? 'shared' : 'share')}
        </button>
        <button type="button" onClick={() => print()}>
          {t('print')}
        </button>
      </p>
      {copied === 'not' && (
        <p className={css.quiet} role="status">
          {t('copyYourself')} <span className={css.address}>{location.href}</span>
        </p>
      )}
      <Printed />
    </>
  );
}

/** On paper alone: when, and where to read how it stands now. */
function Printed() {
  const { t } = useWords();
  const { exact } = useTimes();
  const at = useInTime(now => exact(now));
  return (
    <p className={css.printed}>
      {t('printed', { when: at })} {location.href}
    </p>
  );
}
