import { useState } from 'react';
import { Link } from 'react-router';
import { useConnection } from '../../hub/connection.ts';
import type { CampaignLineFragment, CampaignState } from '../../hub/gql/graphql.ts';
import { useSession } from '../../hub/session.ts';
import css from './campaigns.module.css';
import { SendCampaign, steps } from './campaigns.acts.ts';
import { useAct } from './use-act.ts';
import { useWords } from './words.ts';

type Step = keyof typeof steps | 'send';

const from: Record<CampaignState, readonly Step[]> = {
  DRAFT: ['send', 'cancel'],
  SCHEDULED: ['cancel'],
  RUNNING: ['remind', 'pause', 'close', 'cancel'],
  PAUSED: ['resume', 'close', 'cancel'],
  CLOSED: [],
  CANCELLED: [],
};
/** These are asked once more. */
const graver: readonly Step[] = ['send', 'remind', 'close', 'cancel'];

/** What can be done with a campaign where it stands. */
export function Steps({ campaign, onDone }: { campaign: CampaignLineFragment; onDone: () => void }) {
  const { t } = useWords();
  const { may } = useSession();
  const offline = useConnection().state === 'offline';
  const [asked, ask] = useState<Step | null>(null);
  const acts = {
    send: useAct(SendCampaign),
    pause: useAct(steps.pause),
    resume: useAct(steps.resume),
    cancel: useAct(steps.cancel),
    close: useAct(steps.close),
    remind: useAct(steps.remind),
  };
  const busy = Object.values(acts).some(({ loading }) => loading);
  const refused = Object.values(acts).find(each => each.refused)?.refused;
  const silent = campaign.counts.sent + campaign.counts.opened;
  if (!may('campaign:send')) return null;
  const take = async (step: Step) => {
    if (busy) return;
    if (graver.includes(step) && asked !== step) return ask(step);
    ask(null);
    await acts[step].act({ campaignId: campaign.id });
    onDone();
  };
  return (
    <div className={css.steps}>
      {from[campaign.state].map(step => (
        <button
          key={step}
          type="button"
          data-step={step}
          data-asked={asked === step || undefined}
          disabled={offline || (step === 'remind' && silent === 0)}
          aria-disabled={busy}
          onClick={() => void take(step)}
        >
          {asked === step ? t(`indeed.${step as 'send'}`, { count: step === 'remind' ? silent : campaign.asked }) : t(`step.${step}`)}
        </button>
      ))}
      {asked && (
        <button type="button" onClick={() => ask(null)}>
          {t('not')}
        </button>
      )}
      <Link to={`/campaigns/new?from=${campaign.id}`}>{t('copy')}</Link>
      {refused && <p role="alert">{refused.message}</p>}
      {offline && <p>{t('offline')}</p>}
    </div>
  );
}
