import { useState } from 'react';
import { useSession } from '../hub/session.ts';
import css from './demonstration-mark.module.css';
import { ReloadDemonstration } from './reload-demonstration.tsx';
import { useWords } from './words.ts';

/** Over every screen of a hub whose data are invented. */
export function DemonstrationMark() {
  const { t } = useWords();
  const { demonstration } = useSession();
  const [asking, ask] = useState(false);
  if (!demonstration) return null;
  return (
    <aside className={css.mark} aria-label={t('demonstration.mark')}>
      <p>{t('demonstration.mark')}</p>
      {demonstration.mayReload && (
        <button type="button" onClick={() => ask(true)}>
          {t('demonstration.reload')}
        </button>
      )}
      {asking && <ReloadDemonstration loadedAt={demonstration.loadedAt} onClose={() => ask(false)} />}
    </aside>
  );
}
