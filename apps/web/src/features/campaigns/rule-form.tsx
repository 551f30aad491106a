import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useConnection } from '../../hub/connection.ts';
import { now } from '../../ui/pulse.ts';
import { useAudience, Whom } from './audience.tsx';
import css from './campaigns.module.css';
import { isSaid } from './draft.ts';
import { LetterPreview } from './preview.tsx';
import { type RuleDraft, ruleFilterOf, ruleInputOf } from './rule-draft.ts';
import { RuleWhen } from './rule-when.tsx';
import { SetRule } from './rules.query.ts';
import { useAct } from './use-act.ts';
import { useRuleWords } from './use-rule-words.ts';
import { useSettled } from './use-settled.ts';
import { What } from './what.tsx';
import { useWords } from './words.ts';

const HOUR = 3_600_000;

type Lack = 'subject' | 'message' | 'byday' | 'atTime';
const lackOf = ({ subject, message, kind, byday, atTime }: RuleDraft): Lack | null => {
  if (kind === 'WEEKLY' && byday.length === 0) return 'byday';
  if (!atTime) return 'atTime';
  if (!isSaid(subject)) return 'subject';
  return isSaid(message) ? null : 'message';
};

type RuleFormProps = { ruleId: string | null; draft: RuleDraft; write: (change: Partial<RuleDraft>) => void; onSaved: () => void };

/** Whom and when on the left, what on the right; what it will do is said in one sentence before it is kept. */
export function RuleForm({ ruleId, draft, write: become, onSaved }: RuleFormProps) {
  const { t } = useWords();
  const said = useRuleWords();
  const navigate = useNavigate();
  const offline = useConnection().state === 'offline';
  const [missing, miss] = useState<Lack | null>(null);
  const { act, loading, refused, refuse } = useAct(SetRule);
  const write = (change: Partial<RuleDraft>) => (miss(null), refuse(null), become(change));
  const settled = useSettled(draft);
  const [began] = useState(() => now());
  const filter = ruleFilterOf(settled);
  const audience = useAudience(settled.kind === 'STALE' ? { ...filter, toConfirm: true } : filter);
  const { ruleId: _, kind: __, byday: ___, atTime, phases, restHours, dueAfterHours, ...letter } = ruleInputOf(settled, ruleId);
  const wrong = (field: string) =>
    missing === field ? t(`missing.${missing}`) : refused?.field?.startsWith(field) ? refused.message : null;
  const submit = async () => {
    if (loading) return;
    const lack = lackOf(draft);
    if (lack) return miss(lack);
    if (!(await act(ruleInputOf(draft, ruleId)))) return;
    onSaved();
    void navigate('/campaigns');
  };
  return (
    <form
      className={css.screen}
      noValidate
      aria-label={t(ruleId ? 'rule.changing' : 'rule.new')}
      onSubmit={event => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={css.columns} data-writing>
        <div>
          <RuleWhen draft={draft} write={write} wrong={wrong} />
          <Whom draft={draft} write={write} audience={audience} onlyStale={draft.kind === 'STALE'} error={wrong('filter')} />
        </div>
        <div>
          <What draft={draft} write={write} wrong={wrong} />
          <LetterPreview input={{ ...letter, dueAt: new Date(began + dueAfterHours * HOUR).toISOString() }} />
        </div>
      </div>
      <div className={css.foot}>
        <p className={css.sentence}>
          {draft.atTime && said({ ...draft, crisis: null })}. {t('rule.madeByItself')}
        </p>
        {missing && (
          <p role="alert" className={css.wrong}>
            {t(`missing.${missing}`)}
          </p>
        )}
        {refused && (
          <p role="alert" className={css.wrong}>
            {refused.message}
          </p>
        )}
        {offline && <p>{t('offline')}</p>}
        <button type="submit" data-first disabled={offline} aria-disabled={loading}>
          {t(ruleId ? 'rule.keepChange' : 'rule.make')}
        </button>
      </div>
    </form>
  );
}
