import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useDraft } from '../../hub/use-draft.ts';
import { Screen } from '../../ui/screen.tsx';
import { CampaignToCopy } from './campaigns.query.ts';
import { blankOf, type Draft, letterFrom } from './draft.ts';
import { Gate } from './gate.tsx';
import { NewCampaign } from './new-campaign.tsx';
import { beginnings, useWords } from './words.ts';

export function NewCampaignScreen() {
  const { t } = useWords();
  return (
    <Gate permission="campaign:send" title={t('new')}>
      <Screen title={t('new')} wide>
        <Kept />
      </Screen>
    </Gate>
  );
}

const blank = blankOf(beginnings);

/** What was written stays until it is sent; what the address asks for is asked for at once. */
function Kept() {
  const client = useApolloClient();
  const [address] = useSearchParams();
  const [draft, write, forget] = useDraft<Draft>('campaign', blank);
  const [copied, copy] = useState(false);
  const from = address.get('from');
  const asked = ['territory', 'category', 'crisis'].flatMap(name => (address.get(name) ? [[name, address.get(name)!] as const] : []));
  useEffect(() => {
    if (asked.length > 0 || address.get('silent')) write({ ...Object.fromEntries(asked), toConfirm: address.get('silent') === '1' });
    if (!from) return;
    void client
      .query({ query: CampaignToCopy, variables: { id: from } })
      .then(({ data }) => data?.campaign && write(letterFrom(data.campaign)))
      .catch(() => undefined) // it then begins as a new one
      .finally(() => copy(true));
  }, [from]);
  return <NewCampaign key={String(copied)} draft={draft} write={write} onSent={forget} />;
}
