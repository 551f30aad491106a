import { Icon } from '../../ui/icon.tsx';
import css from './live-list.module.css';
import { useWords } from './words.ts';

type Shows = 'list' | 'map';

/** On a phone, one of the two. */
export function ViewChoice({ shows, onShow }: { shows: Shows; onShow: (shows: Shows) => void }) {
  const { t } = useWords();
  return (
    <fieldset className={css.views}>
      <legend className="unseen">{t('view')}</legend>
      {(['list', 'map'] as const).map(one => (
        <label key={one}>
          <input type="radio" name="view" checked={shows === one} onChange={() => onShow(one)} />
          <Icon name={one} size={18} />
          {t(one === 'list' ? 'showList' : 'showMap')}
        </label>
      ))}
    </fieldset>
  );
}
