import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import css from './call-desk.module.css';
import { type Call, isFlagged, type Need } from './call.ts';
import { useGap } from './use-gap.ts';
import type { Kind } from './use-ground.ts';
import { useWords } from './words.ts';

type GapLineProps = { call: Call; need: Need; kinds: readonly Kind[] };

/** Where the need will be counted: it does not vanish with the call. */
export function GapLine({ call, need, kinds }: GapLineProps) {
  const { t, i18n } = useWords();
  const textOf = useText();
  const gap = useGap(call, need, kinds);
  if (!isFlagged(need)) return null;
  return (
    <p className={css.gap} role="status">
      <Icon name="out" size={16} />
      {gap === undefined && <span>{t('gap.later')}</span>}
      {gap === null && <span>{t('gap.opens')}</span>}
      {gap && (
        <span>
          {t('gap.joins')} {t('gap.name', { kind: textOf(gap.kindName), territory: textOf(gap.territory.name) })}
          <b>{t('gap.nth', { nth: nth(gap.count + 1, i18n.language) })}</b>,{' '}
          {gap.assignedTo ? t('gap.assigned', { name: textOf(gap.assignedTo.name) }) : t('gap.nobody')}
        </span>
      )}
    </p>
  );
}

/** « 22ᵉ », “22nd”. */
function nth(n: number, language: string): string {
  if (language !== 'en') return n === 1 ? '1ʳᵉ' : `${n}ᵉ`;
  const ends = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return `${n}${ends[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)]}`;
}
