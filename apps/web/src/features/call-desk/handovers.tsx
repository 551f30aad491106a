import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import css from './call-desk.module.css';
import { Chooser } from './chooser.tsx';
import type { Act, Desk } from './desk.ts';
import { Key } from './key.tsx';
import type { Choices } from './keys.ts';
import type { Ground } from './use-ground.ts';
import { useWords } from './words.ts';

type HandoversProps = { desk: Desk; choices: Choices; ground: Ground | undefined; onAct: (act: Act) => void };

const steps = ['target', 'mode', 'basis', 'result'] as const;

/** To whom the person was handed over: to whom, how, on what ground, and what came of it. */
export function Handovers({ desk, choices, ground, onAct }: HandoversProps) {
  const { t } = useWords();
  const textOf = useText();
  const asking = steps.find(step => step === desk.asking);
  const named = (code: string | undefined) => {
    const target = ground?.handoverTargets.find(one => one.code === code);
    return target ? textOf(target.name) : (code ?? '');
  };
  return (
    <section className={css.handovers} aria-label={t('handovers')}>
      {desk.call.handovers.map(({ to, mode, basis, result }, at) => (
        <p key={at} className={css.handover}>
          <Icon name="forward" size={16} />
          <span>
            <b>{named(to)}</b> · {t(`mode.${mode}`)} · {t(`basis.${basis}`)} · {t(`result.${result}`)}
            {basis === 'SERIOUS_RISK' && <span className={css.quiet}> {t('inTheRegister')}</span>}
          </span>
          <button type="button" aria-label={t('dropHandover', { name: named(to) })} onClick={() => onAct({ is: 'dropHandover', at })}>
            <Icon name="close" size={16} />
          </button>
        </p>
      ))}
      {asking && (
        <div className={css.panel}>
          <h3>
            {t('handOver')} {desk.handover.to && <b>{named(desk.handover.to)}</b>} · {t(`ask.${asking}`)}
          </h3>
          <Chooser asking={asking} desk={desk} choices={choices} label={t(`ask.${asking}`)} onAct={onAct} />
        </div>
      )}
      <div className={css.besides}>
        <button type="button" aria-keyshortcuts="x" onClick={() => onAct({ is: 'ask', asking: 'target' })}>
          {t('handOver')} <Key of="X" />
        </button>
        <button type="button" aria-keyshortcuts="m" onClick={() => onAct({ is: 'ask', asking: 'contact' })}>
          {desk.call.kind === 'NEED' ? t('noNeed') : t(`contact.${desk.call.kind}`)} <Key of="M" />
        </button>
      </div>
      {desk.asking === 'contact' && (
        <div className={css.panel}>
          <h3>{t('ask.contact')}</h3>
          <Chooser asking="contact" desk={desk} choices={choices} label={t('ask.contact')} onAct={onAct} />
        </div>
      )}
    </section>
  );
}
