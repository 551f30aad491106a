import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useConnection } from '../../hub/connection.ts';
import type { PlanCampaignInput } from '../../hub/gql/graphql.ts';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import { useAudience, Whom } from './audience.tsx';
import { PlanCampaign, SendCampaign } from './campaigns.acts.ts';
import css from './campaigns.module.css';
import { type Draft, filterOf, inputOf, isSaid, leavesAt } from './draft.ts';
import { LetterPreview } from './preview.tsx';
import { useAct } from './use-act.ts';
import { useSettled } from './use-settled.ts';
import { What } from './what.tsx';
import { When } from './when.tsx';
import { useWords } from './words.ts';

type NewCampaignProps = { draft: Draft; write: (change: Partial<Draft>) => void; onSent: () => void };

/** Whom on the left, what on the right, in both languages; then how it reads; it is asked once more before it leaves. */
export function NewCampaign({ draft, write: become, onSent }: NewCampaignProps) {
  const { t } = useWords();
  const { zone, when } = useTimes();
  const navigate = useNavigate();
  const offline = useConnection().state === 'offline';
  const [missing, miss] = useState<string | null>(null);
  /** As it was when it was asked: asked again, it is the same campaign. */
  const [asked, ask] = useState<PlanCampaignInput | null>(null);
  const plan = useAct(PlanCampaign);
  const send = useAct(SendCampaign);
  const write = (change: Partial<Draft>) => (miss(null), ask(null), become(change));
  const settled = useSettled(draft);
  const [began] = useState(() => now());
  const audience = useAudience(filterOf(settled));
  const { counted } = audience;
  const input = inputOf(settled, began, zone);
  const refused = plan.refused ?? send.refused;
  const wrong = (field: string) =>
    missing === field ? t(`missing.${field as 'subject'}`) : refused?.field?.startsWith(field) ? refused.message : null;
  const busy = plan.loading || send.loading;

  const submit = async (sending: boolean) => {
    if (busy) return;
    const lack = !isSaid(draft.subject)
      ? 'subject'
      : !isSaid(draft.message)
        ? 'message'
        : draft.later && leavesAt(draft, zone) === null
          ? 'day'
          : null;
    if (lack) return miss(lack);
    const now_ = asked ?? inputOf(draft, now(), zone);
    if (sending && !asked) return ask(now_);
    const id = await plan.act(now_);
    if (!id) return;
    const at = leavesAt(draft, zone);
    if (sending && !(await send.act({ campaignId: id, at: at === null ? null : new Date(at).toISOString() }))) return;
    onSent();
    void navigate(`/campaigns/${id}`);
  };
  const at = leavesAt(draft, zone);
  return (
    <form
      className={css.screen}
      noValidate
      aria-label={t('new')}
      onSubmit={event => {
        event.preventDefault();
        void submit(true);
      }}
    >
      <div className={css.columns} data-writing>
        <div>
          <Whom draft={draft} write={write} audience={audience} error={wrong('filter')} />
          <section className={css.panel} aria-label={t('when.title')}>
            <When draft={draft} write={write} wrong={wrong} />
          </section>
        </div>
        <div>
          <What draft={draft} write={write} wrong={wrong} />
          <LetterPreview input={input} />
        </div>
      </div>
      <div className={css.foot}>
        {asked && (
          <p role="status">
            {at === null
              ? t('askNow', { count: counted?.requests ?? 0 })
              : t('askLater', { count: counted?.requests ?? 0, when: when(at, now()) })}
          </p>
        )}
        {refused && (
          <p role="alert" className={css.wrong}>
            {refused.message}
          </p>
        )}
        {offline && <p>{t('offline')}</p>}
        <button type="submit" data-first disabled={offline || counted?.organizations === 0} aria-disabled={busy}>
          {asked
            ? t('sendIndeed', { count: counted?.organizations ?? 0 })
            : t(draft.later ? 'schedule' : 'send', { count: counted?.organizations ?? 0 })}
        </button>
        <button type="button" disabled={offline} aria-disabled={busy} onClick={() => void submit(false)}>
          {t('keepDraft')}
        </button>
      </div>
    </form>
  );
}
