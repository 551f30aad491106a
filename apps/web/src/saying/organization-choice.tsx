import { useLazyQuery } from '@apollo/client/react';
import { graphql } from '../hub/graphql.ts';
import { useText } from '../ui/localized.tsx';
import { SuggestBox } from '../ui/suggest-box.tsx';
import type { Text } from '../ui/sureness.ts';
import css from './organization-choice.module.css';
import { useWords } from './words.ts';

const Organizations = graphql(`
  query OrganizationsNamed($text: String) {
    organizations(text: $text, first: 8) {
      edges {
        node {
          id
          name {
            fr
            en
          }
        }
      }
    }
  }
`);

export type Named = { id: string; name: Text };
type OrganizationChoiceProps = {
  label: string;
  value: Named | null;
  error?: string | null | undefined;
  onChange: (value: Named | null) => void;
};

/** One of the directory's, found as one types. */
export function OrganizationChoice({ label, value, error, onChange }: OrganizationChoiceProps) {
  const { t } = useWords();
  const textOf = useText();
  const [ask, { data }] = useLazyQuery(Organizations);
  const found = data?.organizations.edges.map(({ node }) => node) ?? [];
  return (
    <div className={css.line} data-wrong={error ? true : undefined}>
      <SuggestBox
        label={label}
        hint={t('organizationHint')}
        icon="search"
        clearWord={t('clear')}
        value={value ? textOf(value.name) : ''}
        suggested={found.map(node => ({ key: node.id, words: textOf(node.name), node }))}
        onAsk={text => void ask({ variables: { text } }).catch(() => undefined)}
        onText={text => text.trim() === '' && onChange(null)}
        onPick={({ node }) => onChange(node)}
      />
      {error && (
        <span role="alert" className={css.wrong}>
          {error}
        </span>
      )}
    </div>
  );
}
