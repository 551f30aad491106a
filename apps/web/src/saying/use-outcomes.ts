import { useEffect } from 'react';
import type { Act, Answered } from '../hub/act.ts';
import { useActs, useAnswered } from '../hub/use-outbox.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useText } from '../ui/localized.tsx';
import type { Text } from '../ui/sureness.ts';
import { useStatusSentences } from '../ui/use-status-sentences.ts';
import { confirmationAnswer } from './acts.ts';
import type { Sayable } from './sayable.ts';
import { useWords } from './words.ts';

/** By their keys: what was said on one screen is not said again on the next. */
const heard = new Set<string>();

/** Says aloud what came of each act, once. */
export function useOutcomes(services: readonly (Sayable & { name: Text })[]): void {
  const { t } = useWords();
  const announce = useAnnounce();
  const textOf = useText();
  const { stateOf } = useStatusSentences();
  const answered = useAnswered();
  const acts = useActs();

  useEffect(() => {
    const nameOf = (id: string) => textOf(services.find(service => service.id === id)?.name);
    const outcomeOf = (one: Answered) => {
      const confirmed = confirmationAnswer(one);
      if (confirmed) return t('said.confirmed', { count: confirmed.services.length });
      return t('said.published', { name: nameOf(one.act.input.serviceId), state: stateOf(one.act.input) });
    };
    const once = (key: string, sentence: () => string) => {
      if (heard.has(key)) return;
      heard.add(key);
      announce(sentence(), 'own');
    };
    const isHere = ({ serviceId, serviceIds = [serviceId] }: Act['input']) => services.some(({ id }) => serviceIds.includes(id));
    for (const one of answered.filter(({ act }) => isHere(act.input))) once(one.act.key, () => outcomeOf(one));
    for (const { key, refusal, input } of acts)
      if (refusal && isHere(input))
        once(`${key} refused`, () =>
          t('said.refused', { name: nameOf(input.serviceId ?? input.serviceIds?.[0]), message: refusal.message }),
        );
  }, [answered, acts]);
}
