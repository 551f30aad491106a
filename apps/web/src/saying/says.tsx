import type { Answered } from '../hub/act.ts';
import { useActs, useAnswered } from '../hub/use-outbox.ts';
import { actOn, answeredOn, confirmationAnswer } from './acts.ts';
import { AfterSending, type Spoken } from './after-sending.tsx';
import { SayAgain } from './say-again.tsx';
import css from './says.module.css';
import { WaitingAct } from './waiting-act.tsx';
import { useWords } from './words.ts';

type SaysProps = { service: Spoken; name: string; heard?: boolean; onChange: () => void };

/** What can be said of a service, what waits to be sent, or what came of it. `heard`: from the organization, by telephone. */
export function Says({ service, name, heard, onChange }: SaysProps) {
  const pending = actOn(service.id, useActs());
  const answered = answeredOn(service.id, useAnswered());
  if (pending) return <WaitingAct act={pending} name={name} onCorrect={onChange} />;
  if (answered?.act.kind === 'report') return <AfterSending service={service} name={name} answered={answered} onCorrect={onChange} />;
  return (
    <>
      {answered && <LeftOut serviceId={service.id} answered={answered} />}
      <SayAgain service={service} name={name} heard={heard} onChange={onChange} />
    </>
  );
}

function LeftOut({ serviceId, answered }: { serviceId: string; answered: Answered }) {
  const { t } = useWords();
  const why = confirmationAnswer(answered)?.leftOutBecause.find(({ service }) => service.id === serviceId)?.why;
  return why ? <p className={css.notice}>{t(`after.${why}`)}</p> : null;
}
