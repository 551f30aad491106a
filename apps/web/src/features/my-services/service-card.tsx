import type { FragmentType } from '@apollo/client';
import { Button } from '@mantine/core';
import { graphql, usePart } from '../../hub/graphql.ts';
import type { ServiceCard_ServiceFragment } from '../../hub/gql/graphql.ts';
import { useActs, useAnswered, useOutbox } from '../../hub/use-outbox.ts';
import { useTurn } from '../../hub/use-turn.ts';
import { Icon } from '../../ui/icon.tsx';
import { Localized, useText } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { actOn, answeredOn } from './acts.ts';
import { AfterSending } from './after-sending.tsx';
import { seenAt } from './ask-banner.tsx';
import { CardStatus } from './card-status.tsx';
import { canConfirm } from './due.ts';
import css from './my-services.module.css';
import { WaitingAct } from './waiting-act.tsx';
import { useWords } from './words.ts';

const fragment = graphql(`
  fragment ServiceCard_service on Service {
    id
    name {
      fr
      en
    }
    locations {
      id
      address
      name {
        fr
        en
      }
      territory {
        code
        name {
          fr
          en
        }
      }
    }
    status {
      ...StatusWord @unmask
    }
    statusByLocation {
      location {
        id
        address
        name {
          fr
          en
        }
      }
      status {
        ...StatusWord @unmask
      }
    }
  }
`);

type ServiceCardProps = {
  service: FragmentType<ServiceCard_ServiceFragment>;
  justChanged: boolean;
  onChange: (serviceId: string) => void;
};

/** One service: its state in a glance, one tap to confirm it, one to change it. */
export function ServiceCard({ service, justChanged, onChange }: ServiceCardProps) {
  const { t } = useWords();
  const textOf = useText();
  const outbox = useOutbox();
  const part = usePart(fragment, service);
  const id = part?.id ?? '';
  const pending = actOn(id, useActs());
  const answered = answeredOn(id, useAnswered());
  useTurn(part);
  if (!part) return null;

  const name = textOf(part.name);
  const change = () => onChange(id);
  const confirm = () => outbox.put('confirmation', { serviceIds: [id], observedAt: seenAt() });
  const again = canConfirm(part, now());

  return (
    <article className={css.card} aria-labelledby={`name-${id}`} data-changed={justChanged || undefined}>
      <h2 id={`name-${id}`} tabIndex={-1}>
        <Localized of={part.name} />
      </h2>
      <Place service={part} />
      {(pending || answered?.act.kind !== 'report') && <CardStatus service={part} />}
      {pending ? (
        <WaitingAct act={pending} name={name} onCorrect={change} />
      ) : answered?.act.kind === 'report' ? (
        <AfterSending service={part} answered={answered} onCorrect={change} />
      ) : (
        <>
          {answered && <LeftOut serviceId={id} answered={answered} />}
          <div className={css.actions} data-alone={!again || undefined}>
            {again && (
              <Button variant="light" leftSection={<Icon name="check" />} aria-label={t('stillTrueOf', { name })} onClick={confirm}>
                {t('stillTrue')}
              </Button>
            )}
            <Button
              variant={again ? 'default' : 'light'}
              data-change
              aria-label={t(again ? 'changeOf' : 'sayOf', { name })}
              onClick={change}
            >
              {t(again ? 'change' : 'say')}
            </Button>
          </div>
        </>
      )}
    </article>
  );
}

function LeftOut({ serviceId, answered }: { serviceId: string; answered: NonNullable<ReturnType<typeof answeredOn>> }) {
  const { t } = useWords();
  const leftOut = 'leftOut' in answered.answer && JSON.stringify(answered.answer.leftOut).includes(serviceId);
  return leftOut ? <p className={css.notice}>{t('after.leftOut')}</p> : null;
}

function Place({ service }: { service: Pick<ServiceCard_ServiceFragment, 'locations'> }) {
  const { t } = useWords();
  const [first, ...others] = service.locations;
  if (!first) return <p className={css.place}>{t('noPlace')}</p>;
  if (others.length > 0) return <p className={css.place}>{t('places', { count: service.locations.length })}</p>;
  return <p className={css.place}>{first.address ?? <Localized of={first.name ?? first.territory?.name} />}</p>;
}
