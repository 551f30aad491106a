import { useEffect, useMemo, useRef, useState } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';
import { now } from '../../ui/pulse.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { Alike } from './alike.tsx';
import { Bar } from './bar.tsx';
import css from './call-desk.module.css';
import { Foot } from './foot.tsx';
import { Guidance } from './guidance.tsx';
import { Handovers } from './handovers.tsx';
import type { Way } from './keys.ts';
import { LeftOpen } from './left-open.tsx';
import { NeedCard } from './need-card.tsx';
import { NeedField } from './need-field.tsx';
import { Notes } from './notes.tsx';
import { Paused } from './paused.tsx';
import { Profile } from './profile.tsx';
import { Promised } from './promise.tsx';
import { ResourceList } from './resource-list.tsx';
import { ToSay } from './to-say.tsx';
import { ringedIn } from './call.ts';
import { useCall } from './use-call.ts';
import { useChanges } from './use-changes.ts';
import { useChoices } from './use-choices.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useGround } from './use-ground.ts';
import { useLeftOpen } from './use-left-open.ts';
import { useInterpretation } from './use-interpretation.ts';
import { refOf, useResources } from './use-resources.ts';
import { useSaved } from './use-saved.ts';
import { useWords } from './words.ts';

const NEAR_KM = 5;

export function Desk() {
  const { t } = useWords();
  const announce = useAnnounce();
  const inHand = useCall();
  const { desk, call, act, follow, next, resume } = inHand;
  const { ground, kinds, position, noLine, failed, reread } = useGround(call.crisisId);
  const choices = useChoices(ground, kinds);
  const saved = useSaved();
  const leftOpen = useLeftOpen(call.id, saved.done);
  const [paused, pause] = useState<number | null>(null);
  const [search, look] = useState({ text: '', language: null as string | null, withinKm: NEAR_KM });
  const [touched, touch] = useState<string | null>(null);
  const [promising, promise] = useState(false);
  const self = useRef<HTMLDivElement>(null);

  useInterpretation(call);

  const need = ringedIn(call);
  const given = call.needs.flatMap(({ references }) => references.map(({ serviceId }) => serviceId));
  const held = useMemo(() => new Set([...given, ...(touched ? [touched] : [])]), [given.join(), touched]);
  const kindName = choices.kind.find(({ value }) => value.split(' ')[0] === need?.kind)?.words ?? null;
  const resources = useResources({ need, kindName: firstOf(kindName), place: call.place, ...search }, held);
  const { changed, since } = useChanges({ call, position, noLine, onExpired: reread });
  useEffect(() => void saved.recover(), []);
  useEffect(() => look({ text: '', language: null, withinKm: NEAR_KM }), [call.id, need?.key]);

  // the event that runs is the one people call for, until the counsellor says otherwise
  const running = ground?.crises.filter(({ phase, exercise }) => phase !== 'CLOSED' && !exercise) ?? [];
  const usual = running.length === 1 ? running[0]!.id : undefined;
  useEffect(() => {
    if (call.crisisId === undefined && usual) resume({ ...call, crisisId: usual });
  }, [call.id, usual]);

  const save = () => {
    if (call.startedAt === null) return announce(t('nothingYet'), 'own');
    saved.save(call);
    next(false);
    announce(t('savedNext'), 'own');
    out();
  };
  const out = () => (document.activeElement as HTMLElement | null)?.blur();
  const go = (to: Way) => {
    if (to === 'save') return save();
    if (to === 'out') return out();
    if (to === 'promise') return promise(true);
    const place = self.current?.querySelector<HTMLElement>(`[data-way='${to}']`);
    place?.querySelector<HTMLElement>('input, textarea, a, button')?.focus();
    place?.scrollIntoView({ block: 'nearest' });
  };
  const byDigit = Array.from({ length: 9 }, (_, n) => {
    const row = resources.rows.find(({ digit }) => digit === n + 1);
    return row && refOf(row.service, now());
  });
  useDeskKeys({ desk, choices, resources: byDigit, onDeeds: follow, onGo: go });

  if (paused !== null) return <Paused since={paused} onBack={() => pause(null)} />;
  return (
    <div className={css.desk} ref={self}>
      <Bar inHand={inHand} choices={choices} ground={ground} onPause={() => pause(now())} />
      {failed && (
        <Calm title={t('failedGround')} alert>
          <p>{t('failedGroundSafe')}</p>
          <button type="button" onClick={reread}>
            {t('again')}
          </button>
        </Calm>
      )}
      {!ground && !failed && <Waiting word={t('loading')} rows={1} high={64} />}
      <LeftOpen {...leftOpen} kinds={kinds} begun={call.startedAt !== null} onResume={resume} />
      <div className={css.columns}>
        <div className={css.column} data-column="who">
          <Profile desk={desk} choices={choices} ground={ground} onAct={act} />
          <Guidance call={call} />
          <Notes notes={call.notes} onAct={act} />
        </div>
        <div className={css.column} data-column="needs">
          <ToSay call={call} rows={resources.rows} ground={ground} />
          <Alike call={call} onSame={() => act({ is: 'calledBefore' })} />
          {call.needs.map((one, at) => (
            <NeedCard
              key={one.key}
              need={one}
              at={at}
              desk={desk}
              choices={choices}
              kinds={kinds}
              ground={ground}
              since={since}
              onAct={act}
            />
          ))}
          <NeedField call={call} kinds={kinds} onAct={act} onOut={out} />
          <Handovers desk={desk} choices={choices} ground={ground} onAct={act} />
          <Promised call={call} open={promising} onOpen={promise} />
        </div>
        <div className={css.column} data-column="resources">
          <ResourceList {...{ call, resources, changed, search, onSearch: look, onTouch: touch }} kindName={kindName} onAct={act} />
        </div>
      </div>
      <Foot inHand={inHand} saved={saved} onSave={save} onAct={act} />
    </div>
  );
}

/** « Transport ou taxi » is looked for as « Transport »: every word of what is looked for must be there. */
const firstOf = (name: string | null): string | null => name?.split(/\s(?:ou|or)\s/)[0] ?? null;
