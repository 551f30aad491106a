import { lazy, Suspense, useEffect, useState } from 'react';
import { useSession } from '../../hub/session.ts';
import { useWords } from '../../persons/words.ts';
import { useKeys } from '../../ui/keys.ts';

const EmergencyDialog = lazy(async () => ({ default: (await import('./emergency-dialog.tsx')).EmergencyDialog }));

/** Alt+Shift+U, anywhere, while typing too: somebody on the line is in danger. */
export function EmergencyKey() {
  const { may } = useSession();
  return may('emergency:raise') ? <Key /> : null;
}

function Key() {
  const { t } = useWords();
  const [open, show] = useState(false);
  useKeys([{ keys: ['Alt Shift U'], words: t('emergency.title') }], 'everywhere');
  useEffect(() => {
    void import('./emergency-dialog.tsx').catch(() => undefined); // there before it is wanted
    const pressed = (event: KeyboardEvent) => {
      if (!event.altKey || !event.shiftKey || event.code !== 'KeyU') return;
      event.preventDefault();
      show(true);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  if (!open) return null;
  return (
    <Suspense>
      <EmergencyDialog onClose={() => show(false)} />
    </Suspense>
  );
}
