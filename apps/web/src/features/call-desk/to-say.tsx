import { Icon } from '../../ui/icon.tsx';
import { Localized, useText } from '../../ui/localized.tsx';
import { holds } from '../../ui/plain.ts';
import { now } from '../../ui/pulse.ts';
import { telephone } from '../../ui/telephone.ts';
import { useTimes } from '../../ui/use-times.ts';
import type { ResourceFragment } from '../../hub/gql/graphql.ts';
import css from './call-desk.module.css';
import { type Call, ringedIn } from './call.ts';
import { groupOf, type Row } from './groups.ts';
import type { Ground } from './use-ground.ts';
import { useWords } from './words.ts';

type ToSayProps = { call: Call; rows: readonly Row<ResourceFragment>[]; ground: Ground | undefined };

/** Words to read aloud: what the silent are told, what the event's owner answers, or who could help and how near. */
export function ToSay({ call, rows, ground }: ToSayProps) {
  const { t } = useWords();
  const textOf = useText();
  const { until } = useTimes();
  const open = rows.filter(({ service }) => groupOf(service.status, now()) === 'CONFIRMED'); // a row in hand may have closed where it stands
  const nearest = open[0]?.service;
  const end = nearest?.status.goodUntil;
  const words =
    call.kind === 'SILENT'
      ? t('say.silent')
      : call.startedAt === null
        ? t('say.welcome')
        : nearest
          ? t('say.found', { count: open.length, name: textOf(nearest.name), until: end ? ` ${until(end, now())}` : '' })
          : ringedIn(call) && rows.length > 0
            ? t('say.toCall')
            : null;
  const answers = instructionsFor(call, ground);
  if (!words && answers.length === 0) return null;
  return (
    <section className={css.toSay} aria-labelledby="to-say">
      <h2 id="to-say">
        <Icon name="live" size={16} /> {t('toSay')}
      </h2>
      {words && <p className={css.speech}>{words}</p>}
      {answers.map(({ id, question, answer, phone, validUntil }) => {
        const over = validUntil != null && Date.parse(validUntil) <= now();
        return (
          <div key={id} className={css.instruction} data-over={over || undefined}>
            <p className={css.quiet}>
              <Localized of={question} />
            </p>
            {over ? (
              <p>
                <b>{t('instructionOver')}</b>
              </p>
            ) : (
              <p className={css.speech}>
                <Localized of={answer} /> {phone && <a href={telephone(phone).href}>{telephone(phone).shown}</a>}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}

const LONG = 4;
const MOST = 2;

/** Answers of the call's event whose question holds a word of what was said. */
function instructionsFor(call: Call, ground: Ground | undefined) {
  const said = call.needs
    .map(({ text }) => text)
    .join(' ')
    .split(/\s+/)
    .filter(word => word.length >= LONG);
  const all = ground?.crises.find(({ id }) => id === call.crisisId)?.instructions ?? [];
  return all.filter(({ question }) => said.some(word => holds(word, [question.fr, question.en]))).slice(0, MOST);
}
