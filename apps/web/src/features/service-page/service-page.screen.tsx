import { useParams } from 'react-router';
import { Localized, useText } from '../../ui/localized.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { About } from './about.tsx';
import { Contradict } from './contradict.tsx';
import { History } from './history.tsx';
import { HeldService, useHeld } from './held-page.tsx';
import { Hours } from './hours.tsx';
import { PageStatus } from './page-status.tsx';
import { Reach } from './reach.tsx';
import css from './service-page.module.css';
import { Sharing } from './sharing.tsx';
import { useAt211 } from './use-may-say.ts';
import { useService } from './use-service.ts';
import { WayBack } from './way-back.tsx';
import { Where } from './where.tsx';
import { useWords } from './words.ts';

/** One service: how it stands and how sure that is, when, how to reach it, for whom, where, and what was said before. */
export function ServicePageScreen() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const textOf = useText();
  const { service, known, failed, justChanged, reread } = useService(id);
  const held = useHeld(id);
  const at211 = useAt211();

  if (failed) {
    const again = (
      <button type="button" className={css.more} onClick={reread}>
        {t('again')}
      </button>
    );
    if (held) return <HeldService held={held} again={again} />;
    return (
      <Screen title={t('state')} narrow="page">
        <div className={css.page}>
          <WayBack />
          <Calm title={t('failed')} alert>
            <p>{t('failedSafe')}</p>
            {again}
            {!at211 && <a href="tel:211">{t('call211')}</a>}
          </Calm>
        </div>
      </Screen>
    );
  }
  if (!known)
    return (
      <Screen title={t('loading')} narrow="page">
        <div className={css.page}>
          <Waiting word={t('loading')} rows={3} />
        </div>
      </Screen>
    );
  if (!service)
    return (
      <Screen title={t('state')} narrow="page">
        <div className={css.page}>
          <WayBack />
          <Calm title={t('notFound')}>{!at211 && <a href="tel:211">{t('call211')}</a>}</Calm>
        </div>
      </Screen>
    );
  return (
    <Screen title={textOf(service.name)} under={<Localized of={service.organization.name} />} narrow="page">
      <div className={css.page}>
        <WayBack />
        <PageStatus service={service} justChanged={justChanged} />
        <Reach service={service} />
        <Hours hours={service.hours} openNow={service.status.openNow} />
        <About service={service} />
        <Where locations={service.locations} />
        <History id={service.id} anew={`${service.status.observedAt} ${service.status.confirmedAt}`} />
        <Contradict id={service.id} state={service.status.state} />
        <Sharing />
      </div>
    </Screen>
  );
}
