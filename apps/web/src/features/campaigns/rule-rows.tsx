import { useState } from 'react';
import { Link } from 'react-router';
import { useConnection } from '../../hub/connection.ts';
import type { RuleLineFragment } from '../../hub/gql/graphql.ts';
import { useSession } from '../../hub/session.ts';
import { Localized } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './campaigns.module.css';
import { Progress } from './progress.tsx';
import { EndRule } from './rules.query.ts';
import { useAct } from './use-act.ts';
import { useRuleWords } from './use-rule-words.ts';
import { useWords } from './words.ts';

/** Campaigns that make themselves: when, when next, and what came of the last. */
export function Rules({ rules, onDone }: { rules: readonly RuleLineFragment[]; onDone: () => void }) {
  const { t } = useWords();
  const { may } = useSession();
  return (
    <section aria-labelledby="rules">
      <div className={css.panelHead}>
        <h2 id="rules">{t('rule.title')}</h2>
        {may('campaign:send') && (
          <p className={css.ways}>
            <Link to="/campaigns/rules/new">{t('rule.new')}</Link>
          </p>
        )}
      </div>
      {rules.length === 0 && <p className={css.quiet}>{t('rule.none')}</p>}
      {rules.length > 0 && (
        <ul className={css.rows}>
          {rules.map(rule => (
            <Rule key={rule.id} rule={rule} onDone={onDone} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Rule({ rule, onDone }: { rule: RuleLineFragment; onDone: () => void }) {
  const { t } = useWords();
  const { when } = useTimes();
  const said = useRuleWords();
  const { may } = useSession();
  const last = rule.lastCampaign;
  return (
    <li className={css.row}>
      <div>
        <b>
          <Localized of={rule.name} />
        </b>
        <p className={css.sentence}>{said(rule)}</p>
        <p>
          {t('rule.next', { when: when(rule.nextAt, now()) })} · {t('madeBy', { name: rule.madeByName })}
        </p>
        {may('campaign:send') && <RuleActs id={rule.id} onDone={onDone} />}
      </div>
      <p className={css.share}>
        {last ? (
          <>
            <b>{last.answeredOrganizations}</b> {t('of', { count: last.asked })}
          </>
        ) : (
          t(rule.lastAt ? 'rule.askedNobody' : 'rule.notYet', { when: rule.lastAt && when(rule.lastAt, now()) })
        )}
      </p>
      {last && (
        <div>
          <p>
            <Link to={`/campaigns/${last.id}`}>{t('rule.last', { when: when(last.sentAt ?? last.madeAt, now()) })}</Link>
          </p>
          <Progress counts={last.counts} />
        </div>
      )}
    </li>
  );
}

/** Ending is asked once more. */
function RuleActs({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useWords();
  const offline = useConnection().state === 'offline';
  const [asked, ask] = useState(false);
  const { act, loading, refused } = useAct(EndRule);
  const end = async () => {
    if (loading) return;
    if (!asked) return ask(true);
    await act({ ruleId: id });
    ask(false);
    onDone();
  };
  return (
    <div className={css.steps}>
      <Link to={`/campaigns/rules/${id}`}>{t('rule.change')}</Link>
      <button
        type="button"
        data-step="cancel"
        data-asked={asked || undefined}
        disabled={offline}
        aria-disabled={loading}
        onClick={() => void end()}
      >
        {t(asked ? 'rule.endIndeed' : 'rule.end')}
      </button>
      {asked && (
        <button type="button" onClick={() => ask(false)}>
          {t('not')}
        </button>
      )}
      {refused && <p role="alert">{refused.message}</p>}
    </div>
  );
}
