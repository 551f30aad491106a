import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useText } from '../../ui/localized.tsx';
import { holds } from '../../ui/plain.ts';
import { SuggestBox } from '../../ui/suggest-box.tsx';
import css from './call-desk.module.css';
import type { Place } from './call.ts';
import { CallDeskPlaces } from './call-desk.query.ts';
import type { Act } from './desk.ts';
import { Key } from './key.tsx';
import type { Ground } from './use-ground.ts';
import { useWords } from './words.ts';

type PlaceFieldProps = { place: Place | null; ground: Ground | undefined; onAct: (act: Act) => void };

const MOST = 6;

/** About a hundred metres: as much as a distance needs, and no more of where somebody is. */
const round = (degrees: number) => Math.round(degrees * 1_000) / 1_000;

/** The town, the street or the beginning of the postal code that the caller names; everything beside follows it. */
export function PlaceField({ place, ground, onAct }: PlaceFieldProps) {
  const { t } = useWords();
  const textOf = useText();
  const [asked, ask] = useState('');
  const text = asked.trim();
  const { data } = useQuery(CallDeskPlaces, { variables: { text }, skip: text.length < 2 });
  const territories = ground?.territories ?? [];

  const within = (code: string | null | undefined): Pick<Place, 'municipality' | 'neighbourhood'> => {
    const one = territories.find(each => each.code === code);
    if (one?.kind === 'NEIGHBOURHOOD') return { neighbourhood: one.code, municipality: one.parent?.code ?? null };
    return { neighbourhood: null, municipality: one?.kind === 'MUNICIPALITY' ? one.code : null };
  };
  type Found = { key: string; words: string; beside: string | undefined; place: Place };
  const found: Found[] = (data?.places ?? []).map(({ kind, name, territory, latitude, longitude }) => ({
    key: `${kind} ${textOf(name)} ${territory?.code ?? ''}`,
    words: textOf(name),
    beside: kind === 'TERRITORY' ? undefined : textOf(territory?.name),
    place: {
      ...{ name: textOf(name), postalPrefix: kind === 'POSTAL_CODE' ? textOf(name).slice(0, 3).toUpperCase() : null },
      ...within(territory?.code),
      point: [round(latitude), round(longitude)] as const,
    },
  }));
  // without a line, or where the hub knows none: the territories this device holds, or the three signs as they stand
  const here: Found[] = territories
    .filter(({ name }) => holds(text, [name.fr, name.en]))
    .map(({ code, name, latitude, longitude }) => ({
      ...{ key: code, words: textOf(name), beside: undefined },
      place: { name: textOf(name), postalPrefix: null, ...within(code), point: [round(latitude), round(longitude)] as const },
    }));
  const [prefix] = /^[a-z]\d[a-z]/i.exec(text) ?? [];
  const bare: Found[] = prefix
    ? [
        {
          key: prefix,
          words: prefix.toUpperCase(),
          beside: t('elsewhere'),
          place: { ...within(null), name: prefix.toUpperCase(), postalPrefix: prefix.toUpperCase(), point: null },
        },
      ]
    : [];
  const suggested =
    text.length < 2
      ? []
      : [
          ...bare.filter(({ place: one }) => !found.some(({ place: other }) => other.postalPrefix === one.postalPrefix)),
          ...(found.length > 0 ? found : here),
        ].slice(0, MOST);
  return (
    <div className={css.place} data-way="place">
      <SuggestBox
        label={t('profile.place')}
        labelUnseen
        hint={t('placeHint')}
        icon="pin"
        clearWord={t('clearPlace')}
        value={place?.name ?? ''}
        suggested={suggested}
        onAsk={ask}
        onText={typed => typed.trim() === '' && onAct({ is: 'place', place: null })}
        onPick={({ place: picked }) => {
          onAct({ is: 'place', place: picked });
          (document.activeElement as HTMLElement | null)?.blur(); // back to the desk's own keys
        }}
        beside={<Key of="O" />}
      />
    </div>
  );
}
