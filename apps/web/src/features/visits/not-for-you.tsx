import { Screen } from '../../ui/screen.tsx';
import { Calm } from '../../ui/waiting.tsx';
import { useWords } from './words.ts';

export function NotForYou({ title }: { title: string }) {
  const { t } = useWords();
  return (
    <Screen title={title} narrow>
      <Calm title={t('notForYou')}>
        <a href="tel:211">{t('call211')}</a>
      </Calm>
    </Screen>
  );
}
