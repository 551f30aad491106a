import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { useSession } from '../../hub/session.ts';
import { speak } from '../../ui/words.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './call-desk.module.css';
import { newCall, type Place } from './call.ts';
import { deskOf, reduce } from './desk.ts';
import { Key } from './key.tsx';
import { shownOf } from './keys.ts';
import { PlaceField } from './place-field.tsx';
import { instantNow } from './use-call.ts';
import { useChoices } from './use-choices.ts';
import { useGround } from './use-ground.ts';
import { useSaved } from './use-saved.ts';
import { useWords } from './words.ts';

const NINE = 9;

/** Kind, place, why: the last of the three records it. */
export function Flag() {
  const { t, i18n } = useWords();
  const { region } = useSession();
  const { ground, kinds, failed, reread } = useGround(null);
  const crisis = ground?.crises.filter(({ phase, exercise }) => phase !== 'CLOSED' && !exercise) ?? [];
  const choices = useChoices(ground, kinds);
  const saved = useSaved();
  const [kind, chooseKind] = useState<string | null>(null);
  const [place, choosePlace] = useState<Place | null>(null);
  const [page, turn] = useState(0);
  const [done, finish] = useState(0);
  const self = useRef<HTMLDivElement>(null);
  const step = kind === null ? 'kind' : place === null ? 'place' : 'reason';
  const { shown, pages } = shownOf(step === 'reason' ? choices.reason : choices.kind, { typed: '', page });

  const choose = (value: string) => {
    turn(0);
    if (step === 'kind') return chooseKind(value);
    if (step !== 'reason' || !kind || !place) return;
    const at = instantNow();
    const [code, category] = kind.split(' ');
    const need = { is: 'need', key: newId(), text: '', kind: code!, category: category || null } as const;
    let desk = deskOf({ ...newCall(newId(), 'PHONE_211', crisis.length === 1 ? crisis[0]!.id : null), place, startedAt: at });
    for (const act of [need, { is: 'outcome', outcome: 'UNMET' }, { is: 'choose', asking: 'reason', value }] as const)
      desk = reduce(desk, act, at);
    saved.save(desk.call);
    finish(done + 1);
    chooseKind(null);
    choosePlace(null);
  };
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.matches('input')) return;
    if (event.key === 'Escape') return (chooseKind(null), choosePlace(null), turn(0));
    if (event.key === '0' && pages > 1) turn((page + 1) % pages);
    const option = /^[1-9]$/.test(event.key) && step !== 'place' ? shown[Number(event.key) - 1] : undefined;
    if (!option) return;
    event.preventDefault(); // the field that comes next would take the digit
    choose(option.value);
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => pressed(event);
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
  useEffect(() => {
    if (step === 'place') self.current?.querySelector('input')?.focus();
  }, [step]);

  const kindWords = choices.kind.find(({ value }) => value === kind)?.words;
  return (
    <div className={css.flagSteps} ref={self}>
      <p className={css.quiet}>
        {kindWords ?? t('flag.keys')} {place && `· ${place.name}`}{' '}
        {region && (
          <button type="button" onClick={() => speak(i18n.language === 'en' ? 'fr' : 'en')}>
            {t('otherLanguage')}
          </button>
        )}
      </p>
      {failed && (
        <p role="alert">
          {t('failedGround')} <button onClick={reread}>{t('again')}</button>
        </p>
      )}
      <h2>{t(`flag.${step}`)}</h2>
      {step === 'place' ? (
        <PlaceField place={place} ground={ground} onAct={act => act.is === 'place' && choosePlace(act.place)} />
      ) : (
        <ul className={css.flagChoices}>
          {shown.map(({ value, words }, n) => (
            <li key={value}>
              <button type="button" aria-keyshortcuts={String(n + 1)} onClick={() => choose(value)}>
                <Key of={String(n + 1)} /> {words}
              </button>
            </li>
          ))}
        </ul>
      )}
      {step !== 'place' && pages > 1 && (
        <button type="button" className={css.turn} onClick={() => turn((page + 1) % Math.max(1, Math.ceil(choices.reason.length / NINE)))}>
          <Key of="0" /> {t('others')}
        </button>
      )}
      <p role="status" className={css.savedLast}>
        {done > 0 && saved.waiting.length === 0 && saved.refused.length === 0 && (
          <>
            <Icon name="check" size={16} /> {t('flag.done', { count: done })}
          </>
        )}
        {saved.waiting.length > 0 && t('waitingLine', { count: saved.waiting.length })}
        {saved.refused.length > 0 && (saved.refused[0]?.refusal?.message || t('hubFailed'))}
      </p>
    </div>
  );
}
