import { Localized } from '../../ui/localized.tsx';
import { ChangeMatters } from './change-matters.tsx';
import css from './crises.module.css';
import { Part } from './part.tsx';
import type { Crisis } from './use-crisis.ts';
import { useWords } from './words.ts';

/** The categories that matter to it, and its own kinds of need. */
export function Matters({ crisis, mayChange }: { crisis: Crisis; mayChange: boolean }) {
  const { t } = useWords();
  return (
    <Part
      at="matters"
      title={t('matters')}
      act={mayChange && { word: t('change'), form: close => <ChangeMatters crisis={crisis} onClose={close} /> }}
    >
      {crisis.categories.length === 0 && <p>{t('everyCategory')}</p>}
      <ul className={css.tags}>
        {crisis.categories.map(({ code, name }) => (
          <li key={code}>
            <Localized of={name} />
          </li>
        ))}
      </ul>
      {crisis.needKinds.length > 0 && (
        <>
          <h3>{t('needKinds')}</h3>
          <ul className={css.tags}>
            {crisis.needKinds.map(({ code, name }) => (
              <li key={code}>
                <Localized of={name} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}
