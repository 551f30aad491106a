import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { useActs } from '../../hub/use-outbox.ts';
import { ChangeSheet } from '../../saying/change-sheet.tsx';
import { useOutcomes } from '../../saying/use-outcomes.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Localized } from '../../ui/localized.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { AskedOfUs, Week } from './asked-of-us.tsx';
import { AskBanner } from './ask-banner.tsx';
import { useContradictions } from './contradictions.tsx';
import css from './my-services.module.css';
import { Failed, NoOrganization, NoService, NotSpeaking, SignInFirst } from './nothing-here.tsx';
import { ServiceCard } from './service-card.tsx';
import { useCardKeys } from './use-card-keys.ts';
import { useMyServices } from './use-my-services.ts';
import { useSent } from './use-sent.ts';
import { useWords } from './words.ts';

/** A partner's own services: what is asked, a card each, and the sheet that changes one. What is open stands in the address. */
export function MyServicesScreen() {
  const { t } = useWords();
  const announce = useAnnounce();
  const acts = useActs();
  const { may } = useSession();
  const { me, organizations, services, failed, loading, changed, more, reread } = useMyServices();
  const [address, setAddress] = useSearchParams();

  const changing = services.find(({ id }) => id === address.get('change'));
  const refused = changing && acts.findLast(act => act.input.serviceId === changing.id && act.refusal);
  const open = (change: string) => setAddress({ change });
  const close = () => setAddress({}, { replace: true });

  const otherwise = useContradictions(services);
  const sent = useSent(
    organizations.map(({ id }) => id),
    services,
  );
  useOutcomes(services);
  useCardKeys();
  useEffect(() => {
    if (changed.size > 0) announce(t('said.changed', { count: changed.size }));
  }, [changed, announce, t]);

  const [only] = organizations;
  const under =
    organizations.length === 1 && only ? (
      <Localized of={only.name} />
    ) : (
      organizations.length > 1 && t('organizations', { count: organizations.length })
    );

  return (
    <Screen title={t('title')} under={under}>
      <div className={css.screen}>
        {me === null && <SignInFirst />}
        {me && organizations.length === 0 && (me.memberships.length > 0 ? <NotSpeaking /> : <NoOrganization />)}
        {failed && services.length === 0 && <Failed onAgain={reread} />}
        {loading && services.length === 0 && <Waiting word={t('loading')} />}
        {!loading && !failed && organizations.length > 0 && services.length === 0 && <NoService />}
        {services.length > 0 && (
          <>
            <AskBanner services={services} />
            <AskedOfUs organizations={organizations.map(({ id }) => id)} />
            {organizations.map(({ id }) => (
              <Week key={id} organizationId={id} named={organizations.length > 1} />
            ))}
            <ul className={css.list}>
              {services.map(service => (
                <li key={service.id}>
                  <ServiceCard
                    service={service}
                    sent={sent.get(service.id) ?? null}
                    justChanged={changed.has(service.id)}
                    otherwise={otherwise.filter(one => one.service.id === service.id)}
                    onChange={open}
                  />
                </li>
              ))}
            </ul>
            {more && (
              <button type="button" className={css.more} onClick={more}>
                {t('more')}
              </button>
            )}
          </>
        )}
        {may('poster:manage') && organizations.length > 0 && (
          <Link className={css.way} to="/posters">
            {t('posters')}
          </Link>
        )}
      </div>
      <Sheet
        title={changing && <Localized of={changing.name} />}
        opened={Boolean(changing)}
        onClose={close}
        closeWord={t('close')}
        otherwiseFocus={`name-${changing?.id}`}
      >
        {changing && <ChangeSheet key={refused?.key ?? changing.id} service={changing} refused={refused} onDone={close} />}
      </Sheet>
    </Screen>
  );
}
