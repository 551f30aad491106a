import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ageOf, clockWords, exactWords, momentWords, nearness, type Spoken } from './moment.ts';
import { statusWords } from './status-words.ts';

/** The region's zone; the browser's until the hub has said. */
export const ZoneContext = createContext<string>(Intl.DateTimeFormat().resolvedOptions().timeZone);
export const useZone = (): string => useContext(ZoneContext);

/** Instants in the words of whoever reads, in the region's zone. */
export function useTimes() {
  const { t, i18n } = useTranslation(statusWords);
  const zone = useZone();
  const language = i18n.language as Spoken; // only these two are supported
  return useMemo(
    () => ({
      zone,
      language,
      age: (at: string | number, now: number) => {
        const { key, count } = ageOf(+new Date(at), now);
        return t(`age.${key}`, { count });
      },
      clock: (at: string | number) => clockWords(+new Date(at), language, zone),
      moment: (at: string | number, now: number) => momentWords(+new Date(at), now, language, zone),
      /** « à 14 h 12 », « hier 22 h 23 », « le 1er mars à 9 h »: as it follows a verb. */
      when: (at: string | number, now: number) =>
        t(`at.${nearness(+new Date(at), now, zone)}`, { moment: momentWords(+new Date(at), now, language, zone) }),
      /** « jusqu’à demain 9 h », « jusqu’au 1er mars à 9 h ». */
      until: (at: string | number, now: number) =>
        t(`until.${nearness(+new Date(at), now, zone)}`, { moment: momentWords(+new Date(at), now, language, zone) }),
      /** « à partir de vendredi 9 h », « à partir du 1er mars à 9 h ». */
      from: (at: string | number, now: number) =>
        t(`from.${nearness(+new Date(at), now, zone)}`, { moment: momentWords(+new Date(at), now, language, zone) }),
      exact: (at: string | number) => exactWords(+new Date(at), language, zone),
    }),
    [t, language, zone],
  );
}
