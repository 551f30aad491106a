import { Screen } from '../../ui/screen.tsx';
import { Desk } from './desk.tsx';
import { Gate } from './gate.tsx';
import { useWords } from './words.ts';

/** A call, in one screen and with the hands on the keyboard: who, what, whom to turn to, what nobody could offer. */
export function CallDeskScreen() {
  const { t } = useWords();
  return (
    <Gate title={t('title')} at="/appel" failed={t('failedGround')}>
      <Screen title={t('title')} quiet>
        <Desk />
      </Screen>
    </Gate>
  );
}
