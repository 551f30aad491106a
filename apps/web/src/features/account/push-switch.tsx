import { Button } from '@mantine/core';
import css from './account.module.css';
import { usePush } from './use-push.ts';
import { useWords } from './words.ts';
import { Wrong } from './wrong.tsx';

/** To be told on this device when 211 asks how one's services are; nothing where the browser cannot be. */
export function PushSwitch() {
  const { t } = useWords();
  const { on, wrong, doing, turn } = usePush();
  if (on === undefined) return null;
  return (
    <section className={css.card} aria-labelledby="push">
      <h2 id="push">{t('push.title')}</h2>
      <p className={css.quiet}>{t('push.what')}</p>
      <p role="status">{on && t('push.on')}</p>
      <Wrong why={wrong} />
      <Button variant="default" disabled={doing} onClick={() => void turn()}>
        {t(on ? 'push.end' : 'push.begin')}
      </Button>
    </section>
  );
}
