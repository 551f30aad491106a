import { useMemo } from 'react';
import { useText } from '../../ui/localized.tsx';
import { languageName } from './language-name.ts';
import type { Choices, Option } from './keys.ts';
import type { Ground, Kind } from './use-ground.ts';
import { useWords } from './words.ts';

const genders = ['WOMAN', 'MAN', 'NON_BINARY', 'OTHER', 'UNKNOWN'] as const;
const ages = ['AGE_0_12', 'AGE_13_17', 'AGE_18_24', 'AGE_25_34', 'AGE_35_49', 'AGE_50_64', 'AGE_65_74', 'AGE_75_PLUS', 'UNKNOWN'] as const;
const whos = ['SELF', 'RELATIVE here', 'RELATIVE away', 'NEIGHBOUR away', 'PROFESSIONAL away'] as const;
const lines = ['PHONE_211', 'CHAT_211', 'TEXT_211', 'EMAIL_211', 'WALK_IN'] as const;
/** The nine that are told most first: one digit. */
export const reasons = [
  'NO_SERVICE',
  'FULL',
  'CLOSED',
  'NOT_ELIGIBLE',
  'TOO_FAR',
  'TOO_EXPENSIVE',
  'LANGUAGE',
  'WAITING_LIST',
  'REFUSED_BY_CALLER',
  'HOURS',
  'NO_ANSWER',
  'NO_TRANSPORT',
  'NO_DOCUMENTS',
  'DIGITAL',
  'ACCESSIBILITY',
  'UNSAFE',
  'OTHER',
] as const;
const contacts = ['INFORMATION', 'OFFER', 'SILENT', 'PARTNER', 'MEDIA', 'WRONG_NUMBER', 'ABUSIVE', 'HANG_UP', 'TEST', 'NEED'] as const;
const modes = ['WARM', 'NUMBER_GIVEN', 'CALLED_FOR'] as const;
const bases = ['CONSENT', 'SERIOUS_RISK'] as const;
const results = ['TAKEN', 'NO_ANSWER', 'DROPPED', 'REFUSED'] as const;
/** Of Laval's callers, the languages most spoken first. */
const languages =
  'fr en ar es ht pt el it ro hy vi ru uk fa pa zh ur bn ta hi tr pl so sw ln ps am tl km lo kab ber ku sq sr bg hu de ja ko he ti ff rn rw iu cr';

const plainly = (values: readonly string[], wordOf: (value: string) => string): Option[] =>
  values.map(value => ({ value, words: wordOf(value) }));

/** All that the desk offers to choose from, in the words of the page. */
export function useChoices(ground: Ground | undefined, kinds: readonly Kind[]): Choices {
  const { t, i18n } = useWords();
  const textOf = useText();
  const { language } = i18n;
  return useMemo(() => {
    const running = (ground?.crises ?? []).filter(({ phase }) => phase !== 'CLOSED');
    return {
      gender: genders.map(value => ({ value, words: t(`gender.${value}`) })),
      age: ages.map(value => ({ value, words: t(`age.${value}`) })),
      language: plainly(languages.split(' '), code => languageName(code, language)),
      crisis: [
        ...running.map(({ id, name }) => ({ value: id, words: textOf(name) })),
        ...(running.length > 0 ? [{ value: '', words: t('noCrisis') }] : []),
      ],
      who: whos.map(value => ({ value, words: t(`who.${value}`) })),
      line: lines.map(value => ({ value, words: t(`line.${value}`) })),
      reason: reasons.map(value => ({ value, words: t(`reason.${value}`) })),
      kind: kinds.map(({ code, name, category }) => ({
        value: `${code} ${category?.code ?? ''}`,
        words: textOf(name),
        beside: category ? textOf(category.name) : undefined,
      })),
      category: (ground?.categories ?? []).map(({ code, name }) => ({ value: code, words: textOf(name) })),
      contact: contacts.map(value => ({ value, words: t(`contact.${value}`) })),
      target: (ground?.handoverTargets ?? []).map(({ code, name, number }) => ({
        value: code,
        words: textOf(name),
        beside: number ?? undefined,
      })),
      mode: modes.map(value => ({ value, words: t(`mode.${value}`) })),
      basis: bases.map(value => ({ value, words: t(`basis.${value}`) })),
      result: results.map(value => ({ value, words: t(`result.${value}`) })),
    };
  }, [ground, kinds, language, t]);
}
