import { Button } from '@mantine/core';
import { useState } from 'react';
import { client } from '../hub/client.ts';
import { graphql } from '../hub/graphql.ts';
import { reasonOf } from '../hub/reason.ts';
import { startAgain } from '../hub/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import css from './demonstration-mark.module.css';
import { useWords } from './words.ts';

const Reloading = graphql(`
  mutation ReloadDemonstration {
    answer: reloadDemonstration {
      ... on DemonstrationReloading {
        since
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);
const Loaded = graphql(`
  query DemonstrationLoaded {
    demonstration {
      loadedAt
      loading
    }
  }
`);

const LOOKED_AT = 1_000;
const PATIENCE = 120_000;

type ReloadProps = { loadedAt: string | null | undefined; onClose: () => void };

/** Says what is lost before, and when it is done the page begins anew. */
export function ReloadDemonstration({ loadedAt, onClose }: ReloadProps) {
  const { t } = useWords();
  const [working, work] = useState(false);
  const [said, say] = useState<string | null>(null);

  const reload = async () => {
    work(true);
    say(t('demonstration.working'));
    try {
      const { data } = await client.mutate({ mutation: Reloading });
      if (data?.answer.__typename !== 'DemonstrationReloading') throw new Error(data?.answer.message);
      const done = await isLoaded(loadedAt);
      if (done === 'loaded') return await startAgain();
      say(t(done === 'slow' ? 'demonstration.slow' : 'demonstration.failed'));
    } catch (error) {
      const reason = reasonOf(error);
      say('message' in reason && reason.message ? reason.message : t('demonstration.failed'));
    }
    work(false);
  };

  return (
    <Dialog label={t('demonstration.title')} onClose={onClose}>
      <div className={css.dialog}>
        <h2>{t('demonstration.title')}</h2>
        <p>{t('demonstration.lost')}</p>
        <p>{t('demonstration.kept')}</p>
        <p role="status" className={css.said}>
          {said}
        </p>
        <div className={css.choices}>
          <Button variant="default" autoFocus disabled={working} onClick={onClose}>
            {t('demonstration.no')}
          </Button>
          <Button color="danger" disabled={working} onClick={() => void reload()}>
            {t('demonstration.yes')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** It was loaded anew once it says another moment than before; not, where nothing is being loaded any more. */
async function isLoaded(before: string | null | undefined): Promise<'loaded' | 'failed' | 'slow'> {
  let idle = 0;
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    await new Promise(later => setTimeout(later, LOOKED_AT));
    const read = await client.query({ query: Loaded, fetchPolicy: 'no-cache' }).catch(() => null); // asked again
    const { loadedAt, loading } = read?.data?.demonstration ?? {};
    if (loadedAt && loadedAt !== before) return 'loaded';
    idle = loading === false ? idle + 1 : 0;
    if (idle > 2) return 'failed';
  }
  return 'slow';
}
