import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../hub/graphql.ts';
import { useText } from '../ui/localized.tsx';
import { SuggestBox } from '../ui/suggest-box.tsx';
import { holdName, nameHeld } from './named.ts';
import { useWords } from './words.ts';

const Replacements = graphql(`
  query Replacements($text: String!) {
    suggestions(text: $text, first: 20) {
      serviceId
      text {
        fr
        en
      }
    }
  }
`);

type ReplacementChoiceProps = { of: string; value: string | null; onChange: (serviceId: string | null) => void };

/** Another service of the directory, where people are sent instead. */
export function ReplacementChoice({ of, value, onChange }: ReplacementChoiceProps) {
  const { t } = useWords();
  const textOf = useText();
  const { cache } = useApolloClient();
  const [asked, ask] = useState('');
  const skip = asked.trim().length < 2;
  const { data, error } = useQuery(Replacements, { variables: { text: asked }, skip });
  const suggested = (data?.suggestions ?? []).flatMap(({ serviceId, text }) =>
    serviceId && serviceId !== of ? { key: serviceId, words: textOf(text), text } : [],
  );
  return (
    <>
      <SuggestBox
        label={t('sheet.replacement')}
        labelUnseen
        hint={t('sheet.replacementHint')}
        icon="search"
        clearWord={t('sheet.replacementClear')}
        value={value ? textOf(nameHeld(cache, value)?.name) : ''}
        suggested={skip ? [] : suggested.slice(0, 6)}
        onAsk={ask}
        onText={text => text.trim() === '' && onChange(null)}
        onPick={({ key, text }) => {
          holdName(cache, key, text);
          onChange(key);
        }}
      />
      {error && !skip && <p role="status">{t('sheet.replacementOffline')}</p>}
    </>
  );
}
