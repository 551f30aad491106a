import { useKeys } from '../../ui/keys.ts';
import { step } from '../../ui/step.ts';
import { useWords } from './words.ts';

/** From card to card, and the sheet of the card one is on. */
export function useCardKeys(): void {
  const { t } = useWords();
  useKeys([
    { keys: ['j', 'k'], words: t('keys.cards'), press: key => step('article', key === 'j' ? 1 : -1, 'button') },
    { keys: ['Enter'], words: t('keys.act') },
    { keys: ['c'], words: t('keys.change'), press: changeHere },
    { keys: ['Mod Enter'], words: t('keys.publish') },
  ]);
}

function changeHere(): boolean {
  const button = document.activeElement?.closest('article')?.querySelector<HTMLElement>('[data-change]');
  button?.click();
  return button != null;
}
