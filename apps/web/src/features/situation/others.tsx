import { Link } from 'react-router';
import { Countdown } from '../../ui/countdown.tsx';
import { Localized } from '../../ui/localized.tsx';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import { useRuns } from '../../ui/use-runs.ts';
import type { CrisisHere } from './crisis-of.ts';
import css from './others.module.css';
import { useWords } from './words.ts';

type OthersProps = {
  others: readonly CrisisHere[];
  /** Where each is looked at; nowhere: they are only named. */
  addressOf?: (crisisId: string) => string;
};

/** What else runs, each with its phase and its state of emergency: nothing that runs is hidden by what is graver. */
export function Others({ others, addressOf }: OthersProps) {
  const { t } = useWords();
  if (others.length === 0) return null;
  return (
    <ul className={css.others} aria-label={t('others')}>
      {others.map(crisis => (
        <li key={crisis.id}>
          {addressOf ? (
            <Link to={addressOf(crisis.id)}>
              <Localized of={crisis.name} />
            </Link>
          ) : (
            <b>
              <Localized of={crisis.name} />
            </b>
          )}
          <Stands crisis={crisis} />
        </li>
      ))}
    </ul>
  );
}

function Stands({ crisis: { phase, emergency } }: { crisis: CrisisHere }) {
  const { t } = useWords();
  const { t: say } = useCrisisWords();
  const runs = useRuns(emergency);
  return (
    <>
      {' · '}
      {say(`phase.${phase}`)}
      {emergency && runs && (
        <b className={css.emergency}>
          {' · '}
          {t('emergency')}, <Countdown until={emergency.until} />
        </b>
      )}
    </>
  );
}
