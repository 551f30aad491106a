import { useQuery } from '@apollo/client/react';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useText } from '../../ui/localized.tsx';
import { SuggestBox } from '../../ui/suggest-box.tsx';
import type { Where } from './filter.ts';
import { LiveListPlaces } from './live-list.query.ts';
import { useWords } from './words.ts';

type WhereBoxProps = { where: Where | null; onChoose: (where: Where | null) => void; onRefused: (refused: boolean) => void };

/** Where: a former town, a street, the beginning of a postal code, or here. */
export function WhereBox({ where, onChoose, onRefused }: WhereBoxProps) {
  const { t } = useWords();
  const textOf = useText();
  const announce = useAnnounce();
  const [asked, ask] = useState('');
  const wide = useMediaQuery('(min-width: 60em)', false, { getInitialValueInEffect: false });
  const [entered, enter] = useState(false);
  const { data } = useQuery(LiveListPlaces, { variables: { text: asked }, skip: asked.trim().length < 2 });
  const suggested = (data?.places ?? []).map(({ name, kind, territory, latitude, longitude }) => ({
    key: `${kind} ${textOf(name)} ${territory?.code}`,
    words: textOf(name),
    beside: kind === 'TERRITORY' ? undefined : textOf(territory?.name),
    where: {
      name: textOf(name),
      territory: kind === 'TERRITORY' ? (territory?.code ?? null) : null,
      point: kind === 'TERRITORY' && territory ? null : ([round(latitude), round(longitude)] as [number, number]),
    },
  }));
  const here = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        onRefused(false);
        onChoose({ name: t('nearMe'), territory: null, point: [round(coords.latitude), round(coords.longitude)] });
      },
      () => {
        onRefused(true);
        announce(t('noPosition'));
      },
      { maximumAge: 300_000, timeout: 10_000 },
    );
  return (
    <div
      data-entered={entered || undefined}
      onFocus={() => enter(true)}
      onBlur={({ currentTarget, relatedTarget }) => enter(currentTarget.contains(relatedTarget))}
    >
      <SuggestBox
        label={t('where')}
        hint={t(wide || entered ? 'whereHint' : 'where')}
        icon="pin"
        clearWord={t('clearWhere')}
        value={where?.name ?? ''}
        suggested={asked.trim().length < 2 ? [] : suggested}
        onAsk={ask}
        onText={text => text.trim() === '' && onChoose(null)}
        onPick={({ where: picked }) => onChoose(picked)}
        beside={
          !where && (
            <button type="button" onClick={here}>
              {t('nearMe')}
            </button>
          )
        }
      />
    </div>
  );
}

/** About a hundred metres: as much as a distance needs, and no more of where somebody is. */
const round = (degrees: number) => Math.round(degrees * 1_000) / 1_000;
