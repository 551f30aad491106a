import type { FragmentType } from '@apollo/client';
import { useState } from 'react';
import type { ChangeSheet_ServiceFragment } from '../hub/gql/graphql.ts';
import { useActs } from '../hub/use-outbox.ts';
import { Localized, useText } from '../ui/localized.tsx';
import { Sheet } from '../ui/sheet.tsx';
import type { Text } from '../ui/sureness.ts';
import type { Spoken } from './after-sending.tsx';
import { ChangeSheet } from './change-sheet.tsx';
import { Says } from './says.tsx';
import css from './says.module.css';
import { useOutcomes } from './use-outcomes.ts';
import { useWords } from './words.ts';

export type SayHereProps = { service: Spoken & FragmentType<ChangeSheet_ServiceFragment> & { name: Text }; heard: boolean };

/** A service is spoken of from its own page: the same two taps, the same sheet. */
export function SayHere({ service, heard }: SayHereProps) {
  const { t } = useWords();
  const textOf = useText();
  const [opened, open] = useState(false);
  const refused = useActs().findLast(({ input, refusal }) => input.serviceId === service.id && refusal);
  useOutcomes([service]);
  const close = () => open(false);
  return (
    <div id="say-here" className={css.here} tabIndex={-1}>
      <Says service={service} name={textOf(service.name)} heard={heard} onChange={() => open(true)} />
      <Sheet title={<Localized of={service.name} />} opened={opened} onClose={close} closeWord={t('close')} otherwiseFocus="say-here">
        {opened && <ChangeSheet key={refused?.key ?? service.id} service={service} refused={refused} heard={heard} onDone={close} />}
      </Sheet>
    </div>
  );
}
