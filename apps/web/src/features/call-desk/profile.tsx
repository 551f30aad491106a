import { useText } from '../../ui/localized.tsx';
import css from './call-desk.module.css';
import type { Call } from './call.ts';
import { Chooser } from './chooser.tsx';
import type { Act, Asking, Desk } from './desk.ts';
import { languageName } from './language-name.ts';
import { Key } from './key.tsx';
import type { Choices } from './keys.ts';
import { PlaceField } from './place-field.tsx';
import type { Ground } from './use-ground.ts';
import { useWords } from './words.ts';

type ProfileProps = { desk: Desk; choices: Choices; ground: Ground | undefined; onAct: (act: Act) => void };
type Row = 'gender' | 'age' | 'language' | 'crisis' | 'who';

const keyOf: Record<Row, string> = { gender: 'G', age: 'A', language: 'L', crisis: 'C', who: 'P' };
const whoOf = ({ callerIs, personPresent }: Call) =>
  callerIs === 'SELF' || callerIs === null ? callerIs : `${callerIs} ${personPresent ? 'here' : 'away'}`;

/** Who calls, as far as figures need it; there is no field for a name. */
export function Profile({ desk, choices, ground, onAct }: ProfileProps) {
  const { t, i18n } = useWords();
  const textOf = useText();
  const { call } = desk;
  const named = (asking: Asking, value: string | null | undefined) => choices[asking].find(one => one.value === value)?.words ?? null;
  const language = call.language && languageName(call.language, i18n.language);
  const crisis = ground?.crises.find(({ id }) => id === call.crisisId);
  const rows: [Row, string | null][] = [
    ['gender', named('gender', call.gender)],
    ['age', named('age', call.ageGroup)],
    ['language', language],
    ['crisis', crisis ? textOf(crisis.name) : call.crisisId === null ? t('noCrisis') : null],
    ['who', named('who', whoOf(call))],
  ];
  return (
    <section className={css.panel} aria-labelledby="who-calls">
      <h2 id="who-calls">
        {t('whoCalls')} <small>{t('noName')}</small>
      </h2>
      {rows.slice(0, 3).map(each => (
        <ProfileRow key={each[0]} row={each} {...{ desk, choices, onAct }} />
      ))}
      <PlaceField place={call.place} ground={ground} onAct={onAct} />
      {rows
        .slice(3)
        .filter(([row]) => choices[row].length > 0)
        .map(each => (
          <ProfileRow key={each[0]} row={each} {...{ desk, choices, onAct }} />
        ))}
      <button
        type="button"
        className={css.profileRow}
        aria-pressed={call.calledBefore === true}
        aria-keyshortcuts="d"
        onClick={() => onAct({ is: 'calledBefore' })}
      >
        <span>{t('before')}</span> <b>{call.calledBefore ? t('calledBefore') : t('notSaid')}</b> <Key of="D" />
      </button>
    </section>
  );
}

type ProfileRowProps = Pick<ProfileProps, 'desk' | 'choices' | 'onAct'> & { row: [Row, string | null] };

function ProfileRow({ row: [asking, value], desk, choices, onAct }: ProfileRowProps) {
  const { t } = useWords();
  const open = desk.asking === asking;
  return (
    <>
      <button
        type="button"
        className={css.profileRow}
        aria-expanded={open}
        aria-keyshortcuts={keyOf[asking].toLowerCase()}
        onClick={() => onAct({ is: 'ask', asking: open ? null : asking })}
      >
        <span>{t(`profile.${asking}`)}</span> <b data-none={value === null || undefined}>{value ?? t('notSaid')}</b>{' '}
        <Key of={keyOf[asking]} />
      </button>
      {open && <Chooser {...{ asking, desk, choices, onAct }} label={t(`profile.${asking}`)} />}
    </>
  );
}
