import { Screen } from '../../ui/screen.tsx';
import { Gate } from './gate.tsx';
import { MyDayList } from './my-day.tsx';
import { useWords } from './words.ts';

/** What I recorded today, what I left open, and what became of what I flagged. */
export function MyDayScreen() {
  const { t } = useWords();
  return (
    <Gate title={t('day.title')} at="/ma-journee" failed={t('day.failed')}>
      <Screen title={t('day.title')} under={t('day.under')}>
        <MyDayList />
      </Screen>
    </Gate>
  );
}
