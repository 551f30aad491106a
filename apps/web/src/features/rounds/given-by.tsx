import type { RoundLineFragment } from '../../hub/gql/graphql.ts';
import css from '../../persons/persons.module.css';
import { useWords } from '../../persons/words.ts';
import { Localized } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';

/** Who gave the list, by which law, until when. */
export function GivenBy({ round }: { round: RoundLineFragment }) {
  const { t } = useWords();
  const { until } = useTimes();
  return (
    <p className={css.quiet}>
      {t('rounds.givenBy')} <Localized of={round.givenBy.name} /> · {round.legalBasis} · {until(round.endsAt, now())}
    </p>
  );
}

/** How many keys were destroyed, when and why. */
export function Certificate({ round: { certificate } }: { round: RoundLineFragment }) {
  const { t } = useWords();
  const { exact } = useTimes();
  if (!certificate) return null;
  const { destroyed, at, why } = certificate;
  return <p>{t('rounds.certificate', { count: destroyed, when: exact(at), why: t(`ended.${why}`) })}</p>;
}
