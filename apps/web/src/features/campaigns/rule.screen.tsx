import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { useDraft } from '../../hub/use-draft.ts';
import { useReread } from '../../hub/use-reread.ts';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import css from './campaigns.module.css';
import { Gate } from './gate.tsx';
import { blankRuleOf, type RuleDraft, ruleDraftFrom } from './rule-draft.ts';
import { RuleForm } from './rule-form.tsx';
import { RulesToChange } from './rules.query.ts';
import { beginnings, useWords } from './words.ts';

const blank = blankRuleOf(beginnings);

/** A campaign that makes itself: a new one, or one that is changed. */
export function RuleScreen() {
  const { t } = useWords();
  const { id } = useParams();
  const title = t(id ? 'rule.changing' : 'rule.new');
  return (
    <Gate permission="campaign:send" title={title}>
      <Screen title={title} wide>
        {id ? <Found key={id} id={id} /> : <Kept ruleId={null} begins={blank} />}
      </Screen>
    </Gate>
  );
}

/** What was written stays on this device until the hub has it. */
function Kept({ ruleId, begins }: { ruleId: string | null; begins: RuleDraft }) {
  const [draft, write, forget] = useDraft<RuleDraft>(ruleId ? `rule ${ruleId}` : 'rule', begins);
  return <RuleForm ruleId={ruleId} draft={draft} write={write} onSaved={forget} />;
}

function Found({ id }: { id: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(RulesToChange);
  const reread = () => void refetch().catch(() => undefined); // `error` says why
  useReread(error !== undefined && !data, reread);
  const rule = data?.outreachRules.find(each => each.id === id);
  if (rule) return <Kept ruleId={id} begins={ruleDraftFrom(rule)} />;
  return (
    <div className={css.refused}>
      {error && !data && (
        <Calm title={t('failed')} alert>
          <p>{t('failedSafe')}</p>
          <button type="button" onClick={reread}>
            {t('again')}
          </button>
        </Calm>
      )}
      {!data && !error && <Waiting word={t('loading')} />}
      {data && (
        <Calm title={t('rule.unknown')}>
          <Link to="/campaigns">{t('seeAll')}</Link>
        </Calm>
      )}
    </div>
  );
}
