import { useText } from '../ui/localized.tsx';
import type { Text } from '../ui/sureness.ts';
import css from './choices.module.css';
import { useWords } from './words.ts';

type Place = { location: { id: string; name?: Text | null; address?: string | null } };
type PlaceChoiceProps = { places: readonly Place[]; value: string | null; onChange: (locationId: string | null) => void };

/** The service as a whole, or one of its places. */
export function PlaceChoice({ places, value, onChange }: PlaceChoiceProps) {
  const { t } = useWords();
  const textOf = useText();
  const choices = [
    { id: null, name: t('sheet.everywhere') },
    ...places.map(({ location }) => ({ id: location.id, name: textOf(location.name) || (location.address ?? '') })),
  ];
  return (
    <div className={css.chips}>
      {choices.map(({ id, name }) => (
        <label key={id} className={css.chip}>
          <input type="radio" name="place" checked={value === id} onChange={() => onChange(id)} />
          {name}
        </label>
      ))}
    </div>
  );
}
