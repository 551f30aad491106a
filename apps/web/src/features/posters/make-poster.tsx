import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Named, OrganizationChoice } from '../../saying/organization-choice.tsx';
import { useText } from '../../ui/localized.tsx';
import css from './posters.module.css';
import { MakePoster } from './posters.query.ts';
import type { Organization } from './use-posters.ts';
import { useStep } from './use-step.ts';
import { useWords } from './words.ts';

type MakeProps = { without: readonly Organization[]; isCentre: boolean; onDone: (said: string) => void };

/** Another one: of one's own, or, for 211, of any organization. */
export function Make({ without, isCentre, onDone }: MakeProps) {
  const { t } = useWords();
  const textOf = useText();
  const [chosen, choose] = useState<Named | null>(null);
  const { wrong, doing, step } = useStep();
  const [make] = useMutation(MakePoster, { fetchPolicy: 'no-cache' });
  const made = async ({ id, name }: Named) => {
    const variables = { input: { organizationId: id, idempotencyKey: crypto.randomUUID() } };
    if (!(await step(async () => (await make({ variables })).data?.answer))) return;
    choose(null);
    onDone(t('made', { name: textOf(name) }));
  };
  if (without.length === 0 && !isCentre) return null;
  return (
    <section className={css.card} aria-labelledby="make">
      <h2 id="make">{t('make')}</h2>
      {isCentre && <OrganizationChoice label={t('organization')} value={chosen} onChange={choose} error={wrong} />}
      {!isCentre && wrong && (
        <p className={css.wrong} role="alert">
          {wrong}
        </p>
      )}
      <p className={css.ways}>
        {isCentre && (
          <Button disabled={doing || !chosen} onClick={() => chosen && void made(chosen)}>
            {t('makeIt')}
          </Button>
        )}
        {without.map(organization => (
          <Button key={organization.id} variant={isCentre ? 'default' : 'filled'} disabled={doing} onClick={() => void made(organization)}>
            {t('makeOf', { name: textOf(organization.name) })}
          </Button>
        ))}
      </p>
    </section>
  );
}
