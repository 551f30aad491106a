import { cleanText } from '#libs/platform';
import type { AnswerUpdateRequestInput, FactAnswer, FactKind, ServiceAnswer } from '#libs/schema';
import type { Language } from '#libs/kernel';
import { type Sayable, sayable } from './shapes.ts';
import { atFields, tomorrow, tonight } from './until.ts';

/** A field's name, and what is wrong with it. */
export type Faults = ReadonlyMap<string, string>;

export interface Filled {
  readonly input: Omit<AnswerUpdateRequestInput, 'token'>;
  /** Of what could not be read. */
  readonly faults: Faults;
  /** Nothing at all is said in it. */
  readonly empty: boolean;
}

interface Around {
  readonly language: Language;
  readonly zone: string;
  readonly now: Date;
}

const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;
const utf8 = new TextDecoder('utf-8');

/** What a form sent. Of a field that is there twice the first counts. */
export function fieldsOf(bytes: Buffer | undefined): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(utf8.decode(bytes)))
    if (name === 'can' || !fields.has(name)) fields.append(name, cleanText(value.replace(controls, '')).trim());
  return fields;
}

/** « Rien n’a changé » (`do=same`) speaks for all that can be confirmed and of which nothing else is said. */
export function filledIn(fields: URLSearchParams, around: Around): Filled {
  const faults = new Map<string, string>();
  const saidAt = instantIn(fields.get('said')) ?? null;
  const said = named(fields, 'state').filter(([, state]) => sayable.includes(state as Sayable));
  const at = { ...around, now: saidAt ?? around.now };
  const answers = said.map(([serviceId, state]) => answerIn(fields, serviceId, state as Sayable, at, faults));
  for (const field of ['left', 'note', 'until'])
    for (const [id, value] of named(fields, field))
      if (value && !answers.some(({ serviceId }) => serviceId === id)) faults.set(`state.${id}`, 'ANSWER_STATE_MISSING');
  const spoken = new Set(answers.map(({ serviceId }) => serviceId));
  const confirmed = fields.get('do') === 'same' ? fields.getAll('can').filter(id => !spoken.has(id)) : [];
  const facts = factsIn(fields);
  const freeText = fields.get('words') || null;
  const input = { answers, confirmed, facts, freeText, seenAt: instantIn(fields.get('seen')), saidAt };
  return { input, faults, empty: answers.length + confirmed.length + facts.length === 0 && !freeText };
}

/** `<field>.<id>`, each with its id. */
const named = (fields: URLSearchParams, field: string): [string, string][] =>
  [...fields].flatMap(([name, value]) => (name.startsWith(`${field}.`) ? [[name.slice(field.length + 1), value] as [string, string]] : []));

function answerIn(
  fields: URLSearchParams,
  serviceId: string,
  state: Sayable,
  { language, zone, now }: Around,
  faults: Map<string, string>,
): ServiceAnswer {
  const field = (name: string) => fields.get(`${name}.${serviceId}`) ?? '';
  const note = field('note');
  return {
    serviceId,
    state,
    ...(note && { note: { [language]: note } }),
    ...countIn(field, serviceId, faults),
    goodUntil: untilIn(field, serviceId, zone, now, faults),
  };
}

function countIn(field: (name: string) => string, id: string, faults: Map<string, string>): Pick<ServiceAnswer, 'capacity'> {
  const [left, total] = [field('left'), field('of')];
  if (left === '') return {};
  for (const [name, value] of Object.entries({ left, of: total }))
    if (value !== '' && !/^\d{1,7}$/.test(value)) faults.set(`${name}.${id}`, 'ANSWER_NOT_A_NUMBER');
  return { capacity: { available: Number(left) || 0, ...(total && { total: Number(total) || 0 }) } };
}

function untilIn(field: (name: string) => string, id: string, zone: string, now: Date, faults: Map<string, string>): Date | null {
  const until = field('until');
  if (until === 'tonight') return tonight(now, zone) ?? tomorrow(now, zone);
  if (until === 'tomorrow') return tomorrow(now, zone);
  if (until !== 'date' && !(until === '' && field('day'))) return null;
  const at = atFields(field('day'), field('hour'), zone);
  if (!at || at <= now) faults.set(`until.${id}`, 'ANSWER_DAY_MISSING');
  return at;
}

/** `fact.<kind>.<service>[.<place>]`. */
function factsIn(fields: URLSearchParams): FactAnswer[] {
  return named(fields, 'fact').flatMap(([name, proposed]) => {
    const [kind, serviceId = '', locationId] = name.split('.');
    if (!proposed || !['HOURS', 'PHONE', 'ADDRESS'].includes(kind ?? '')) return [];
    return [{ kind: kind as FactKind, serviceId, locationId: locationId ?? null, proposed }]; // one of the three
  });
}

function instantIn(text: string | null): Date | null {
  const at = text && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? new Date(text) : null;
  return at && !Number.isNaN(+at) ? at : null;
}

/** Where in the form a refusal of the command belongs. */
export function fieldOf(refused: string | null, { answers, facts }: Filled['input']): string {
  const [part, place, ...rest] = (refused ?? '').split('.');
  if (part === 'answers') return `${inForm[rest[0] ?? ''] ?? 'state'}.${answers[Number(place)]?.serviceId}`;
  const fact = part === 'facts' ? facts?.[Number(place)] : null;
  if (fact) return ['fact', fact.kind, fact.serviceId, fact.locationId].filter(Boolean).join('.');
  return part === 'freeText' ? 'words' : 'form';
}
const inForm: Record<string, string> = { goodUntil: 'until', capacity: 'left', note: 'note' };
