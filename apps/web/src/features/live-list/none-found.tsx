import { Calm } from '../../ui/waiting.tsx';
import { type Chosen, everything, isEverything } from './filter.ts';
import css from './live-list.module.css';
import { useWords } from './words.ts';

type NoneFoundProps = { chosen: Chosen; onChoose: (change: Partial<Chosen>) => void };

/** Nothing found: what to let go of, one tap each, and who to call. */
export function NoneFound({ chosen, onChoose }: NoneFoundProps) {
  const { t } = useWords();
  const { text, where } = chosen;
  const place = where?.name;
  const stated = chosen.states.length > 0 || chosen.toConfirm;

  const title = () => {
    if (isEverything(chosen)) return t('nothing');
    if (text && place) return t('noneTextAt', { text, place });
    if (text) return t('noneText', { text });
    return place ? t('noneAt', { place }) : t('none');
  };
  return (
    <Calm title={title()}>
      {where && <Widen word={t('widenPlace')} onClick={() => onChoose({ where: null })} />}
      {chosen.openNow && <Widen word={t('widenTime')} onClick={() => onChoose({ openNow: false })} />}
      {chosen.language && <Widen word={t('allLanguages')} onClick={() => onChoose({ language: null })} />}
      {stated && <Widen word={t('widenStates')} onClick={() => onChoose({ states: [], toConfirm: false })} />}
      {chosen.category && <Widen word={t('widenCategory')} onClick={() => onChoose({ category: null })} />}
      {text && <Widen word={t('widenAll')} onClick={() => onChoose(everything)} />}
      <a className={css.primary} href="tel:211">
        {t('call211')}
      </a>
    </Calm>
  );
}

function Widen({ word, onClick }: { word: string; onClick: () => void }) {
  return (
    <button type="button" className={css.secondary} onClick={onClick}>
      {word}
    </button>
  );
}
