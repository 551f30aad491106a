import { useConnection } from '../hub/connection.ts';
import { useSession } from '../hub/session.ts';
import { useActs } from '../hub/use-outbox.ts';
import { actOn } from './acts.ts';
import { useWords } from './words.ts';

/** Of which of these services something was said that waits for the line, or for the person to sign in again. */
export function useUnsent(serviceIds: readonly string[]): string[] {
  const acts = useActs().filter(({ refusal }) => !refusal);
  const { state } = useConnection();
  const { lapsed } = useSession();
  if (!lapsed && state !== 'offline' && state !== 'reconnecting') return [];
  return serviceIds.filter(id => actOn(id, acts));
}

/** What is shown is this device's alone, and how that is said. */
export function useUnsentWord(serviceId: string): string | false {
  const { t } = useWords();
  return useUnsent([serviceId]).length > 0 && t('unsent');
}
