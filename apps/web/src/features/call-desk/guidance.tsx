import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { Localized } from '../../ui/localized.tsx';
import type { Text } from '../../ui/sureness.ts';
import { telephone } from '../../ui/telephone.ts';
import css from './call-desk.module.css';
import type { Call } from './call.ts';
import { CallDeskGuidance } from './call-desk.query.ts';
import { Key } from './key.tsx';
import { useWords } from './words.ts';

const RESTS = 400;
const FEW = 4;

/** The right number: those that what was said points to are raised above the others. */
export function Guidance({ call }: { call: Call }) {
  const { t } = useWords();
  const said = [...call.needs.map(({ text }) => text), call.notes].filter(Boolean).join(' ');
  const [text, rest] = useState(said);
  useEffect(() => {
    const timer = setTimeout(() => rest(said), RESTS);
    return () => clearTimeout(timer);
  }, [said]);
  const { data, previousData } = useQuery(CallDeskGuidance, {
    variables: { crisisId: call.crisisId ?? null, text: text.slice(0, 500) || null },
  });
  const all = (data ?? previousData)?.n11Guidance ?? [];
  const inOrder = [...all.filter(one => one.raised), ...all.filter(one => !one.raised)];
  const [whole, show] = useState(false);
  const shown = whole ? inOrder : inOrder.slice(0, Math.max(FEW, inOrder.filter(one => one.raised).length));
  return (
    <section className={css.panel} aria-labelledby="guidance" data-way="guidance">
      <h2 id="guidance">
        {t('guidance')} <Key of="N" />
      </h2>
      {all.length === 0 && <p className={css.hint}>{t('noGuidance')}</p>}
      <ul className={css.guidance}>
        {shown.map(({ id, raised: up, name, when, numbers }) => (
          <li key={id} data-raised={up || undefined}>
            <span className={css.numbers}>
              {numbers.map(({ number, label }) => (
                <a key={number} href={telephone(number.split(',')[0]!).href}>
                  {telephone(number).shown}
                  {label && (
                    <small>
                      {' '}
                      <Localized of={label} />
                    </small>
                  )}
                </a>
              ))}
              {numbers.length === 0 && (
                <b>
                  <Localized of={name} />
                </b>
              )}
            </span>
            <span className={css.when}>
              {up && <b>{t('raised')} </b>}
              {up ? <Localized of={when} /> : numbers.length > 0 && <Short name={name} number={numbers[0]!.number} />}
            </span>
          </li>
        ))}
      </ul>
      {inOrder.length > FEW && (
        <button type="button" className={css.moreNumbers} aria-expanded={whole} onClick={() => show(!whole)}>
          {whole ? t('fewNumbers') : t('allNumbers', { count: inOrder.length - shown.length })}
        </button>
      )}
    </section>
  );
}

/** Its name without the number that stands before it already. */
function Short({ name, number }: { name: Text; number: string }) {
  const cut = (text: string | null | undefined) =>
    text && (text.startsWith(number) ? text.slice(number.length).replace(/^[\s,:\u00A0]+/, '') : text);
  return <Localized of={{ fr: cut(name.fr) ?? null, en: cut(name.en) ?? null }} />;
}
