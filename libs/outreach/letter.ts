import type { Language, Localized } from '#libs/kernel';
import { laidOut, type Laying, say } from '#libs/platform';
import type { ServiceState } from '#libs/schema';
import type { Addressed, Asking, ServiceTold } from './letter-facts.query.ts';

interface Where {
  /** The page that answers. */
  link: string;
  reminder: boolean;
}

const LONGEST_LIST = 30;
const dayAndHour = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;

const stateWords: Record<ServiceState, string> = {
  OPEN: 'STATE_OPEN',
  LIMITED: 'STATE_LIMITED',
  FULL: 'STATE_FULL',
  SUSPENDED: 'STATE_SUSPENDED',
  RELOCATED: 'STATE_RELOCATED',
  CLOSED: 'STATE_CLOSED',
  UNKNOWN: 'STATE_UNKNOWN',
};

const told = (text: Localized, language: Language): string => text[language] ?? text.fr ?? text.en ?? '';

/** What a campaign asks of one who is written to, with what the world sees of it today. */
export function letterOf(asking: Asking, addressed: Addressed, language: Language, { link, reminder }: Where): ReturnType<typeof laidOut> {
  const organization = told(addressed.organization, language);
  const subject = told(asking.subject, language);
  const other: Language = language === 'fr' ? 'en' : 'fr';
  const due = instantIn(language, addressed.zone);
  const parts: (Laying['parts'][number] | false)[] = [
    { paragraph: say(language, 'LETTER_HELLO', { organization }) },
    reminder && { paragraph: say(language, 'LETTER_REMINDED'), strong: true },
    { paragraph: told(asking.message, language) },
    addressed.services.length > 0 && listOf(addressed.services, language),
    { button: say(language, 'LETTER_BUTTON'), href: link },
    { paragraph: say(language, 'LETTER_DUE', { due: due.format(asking.dueAt) }), strong: true },
    { paragraph: say(language, 'LETTER_FORWARD') },
    { paragraph: say(language, 'LETTER_PROMISE') },
    { paragraph: say(language, 'LETTER_HELP') },
    { link: say(other, 'LETTER_OTHER_LANGUAGE'), href: `${link}?lang=${other}`, language: other },
  ];
  return laidOut({
    language,
    subject: reminder ? say(language, 'LETTER_REMINDER_SUBJECT', { subject }) : subject,
    parts: parts.filter(part => part !== false),
    small: [{ text: say(language, 'LETTER_WHY', { organization }) }, { link: say(language, 'LETTER_STOP'), href: `${link}/unsubscribe` }],
  });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once: it costs more than the rest of the letter. */
function instantIn(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(`${language}-CA`, { ...dayAndHour, timeZone });
  formats.set(key, known);
  return known;
}

function listOf(services: readonly ServiceTold[], language: Language): Laying['parts'][number] {
  const more = services.length - LONGEST_LIST;
  return {
    title: say(language, 'LETTER_TODAY'),
    rows: services.slice(0, LONGEST_LIST).map(({ name, of, state, stale }) => ({
      name: told(name, language),
      state: { code: state, word: say(language, stateWords[state]) },
      note: [stale && say(language, 'LETTER_TO_CONFIRM'), of && told(of, language)].filter(Boolean).join(' · ') || undefined,
    })),
    more: more > 0 ? say(language, 'LETTER_MORE', { n: more }) : undefined,
  };
}
