import { useState } from 'react';
import { useSession } from '../hub/session.ts';
import { Icon } from '../ui/icon.tsx';
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
    <aside className={css.mark} data-demonstration aria-label={t('demonstration.mark')}>
      <p>{t('demonstration.mark')}</p>
      {demonstration.mayReload && (
        <button type="button" aria-label={t('demonstration.reload')} onClick={() => ask(true)}>
          <Icon name="undo" size={16} />
          <span>{t('demonstration.reload')}</span>
        </button>
      )}
      {asking && <ReloadDemonstration loadedAt={demonstration.loadedAt} onClose={() => ask(false)} />}
    </aside>
  );
}
