import { Button } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { OrganizationChoice } from '../../saying/organization-choice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { NotForYou } from './not-for-you.tsx';
import { Sheet } from './sheet.tsx';
import { useVisited } from './use-visited.ts';
import css from './visits.module.css';
import { useWords } from './words.ts';

const MOST = 20;

/** Sheets for those whom no mail and no telephone reach; whose they are stands in the address. */
export function VisitsScreen() {
  const { t } = useWords();
  const { me, may } = useSession();
  const [address, setAddress] = useSearchParams();
  const ids = [...new Set((address.get('organizations') ?? '').split(',').filter(Boolean))].slice(0, MOST);
  const { visited, failed } = useVisited(ids);
  const become = (next: string[]) => setAddress(next.length > 0 ? { organizations: next.join(',') } : {}, { replace: true });
  if (me !== undefined && !may('call:make')) return <NotForYou title={t('title')} />;
  return (
    <Screen title={t('title')} narrow="page">
      <div className={css.screen}>
        <div className={css.choose}>
          <p>{t('what')}</p>
          <OrganizationChoice
            key={ids.length}
            label={t('add')}
            value={null}
            onChange={chosen => chosen && become([...ids, chosen.id])}
            error={ids.length >= MOST ? t('most', { count: MOST }) : null}
          />
          {visited && visited.length > 0 && (
            <p className={css.ways}>
              <Button onClick={() => print()}>{t('print', { count: visited.length })}</Button>
              <Button variant="default" onClick={() => become([])}>
                {t('none')}
              </Button>
            </p>
          )}
        </div>
        {ids.length > 0 && !visited && !failed && <Waiting word={t('loading')} rows={4} />}
        {failed && (
          <Calm title={t('failed')} alert>
            <p>{t('again')}</p>
          </Calm>
        )}
        {visited?.map(organization => (
          <Sheet key={organization.id} organization={organization} />
        ))}
        {visited && visited.length < ids.length && <p role="status">{t('without', { count: ids.length - visited.length })}</p>}
      </div>
    </Screen>
  );
}
