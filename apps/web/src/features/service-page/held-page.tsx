import { useFragment } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { connection } from '../../hub/connection.ts';
import type { HeldPageFragment } from '../../hub/gql/graphql.ts';
import { Localized, useText } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { Screen } from '../../ui/screen.tsx';
import { useTimes } from '../../ui/use-times.ts';
import { Word } from './page-status.tsx';
import { Reach } from './reach.tsx';
import { HeldPage } from './service-page.query.ts';
import css from './service-page.module.css';
import { WayBack } from './way-back.tsx';
import { Where } from './where.tsx';
import { useWords } from './words.ts';

/** What this device holds of a service that cannot be read now, as a list has it; nothing until it holds all of that. */
export function useHeld(id: string): HeldPageFragment | undefined {
  const from = { __typename: 'Service' as const, id };
  const { data, dataState } = useFragment({ fragment: HeldPage, fragmentName: 'HeldPage', from });
  return dataState === 'complete' ? (data as HeldPageFragment) : undefined; // `as`: its own parts are unmasked
}

/** How it stood when the list was read, how to call it, where it is; and what is not known here. */
export function HeldService({ held, again }: { held: HeldPageFragment; again: ReactNode }) {
  const { t } = useWords();
  const textOf = useText();
  const { when } = useTimes();
  const [heldAt] = useState(connection.heldAt);
  const phones = held.phones.map(phone => ({ ...phone, description: null }));
  const locations = held.locations.map(location => ({ ...location, name: null, accessibility: [] }));
  return (
    <Screen title={textOf(held.name)} under={<Localized of={held.organization.name} />} narrow="page">
      <div className={css.page}>
        <WayBack />
        <section className={css.part} aria-label={t('state')}>
          <p role="status">
            {t('held')} {heldAt !== null && t('heldAt', { when: when(heldAt, now()) })}
          </p>
          <Word status={held.status} unsent={false} />
          {again}
        </section>
        <Reach service={{ phones, url: null, email: null }} />
        <Where locations={locations} />
      </div>
    </Screen>
  );
}
