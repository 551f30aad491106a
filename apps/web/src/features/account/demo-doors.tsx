import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { signInToDemo } from '../../hub/sign-in.ts';
import { useReread } from '../../hub/use-reread.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import css from './account.module.css';
import { DemoAccounts } from './sign-in.query.ts';
import { whyNot } from './why-not.ts';
import { useWords } from './words.ts';

/** One click each: who it is, what they do, and for whom. Nothing outside a demonstration. */
export function DemoDoors({ next }: { next: string | null }) {
  const { t } = useWords();
  const textOf = useText();
  const { data, error, refetch } = useQuery(DemoAccounts);
  useReread(error !== undefined, () => void refetch().catch(() => undefined));
  const [entering, enter] = useState<string>();
  const [wrong, setWrong] = useState<string | null>(null);

  const open = async (email: string) => {
    enter(email);
    setWrong(null);
    try {
      setWrong(await signInToDemo(email, next));
    } catch (error) {
      setWrong(t(whyNot(error)));
    }
    enter(undefined);
  };

  if (!data?.demoAccounts.length) return null;
  return (
    <section className={css.demo} aria-labelledby="demo">
      <h2 id="demo">{t('demo')}</h2>
      <p className={css.quiet}>{t('demoWhat')}</p>
      {wrong && (
        <p className={css.wrong} role="alert">
          {wrong}
        </p>
      )}
      <ul className={css.doors}>
        {data.demoAccounts.map(({ email, displayName, roles, organizations }) => (
          <li key={email}>
            <button type="button" disabled={entering !== undefined} onClick={() => open(email)}>
              <span>
                <b>{displayName}</b>
                <span>{roles.map(role => t(`role.${role as 'ADMINISTRATOR'}`)).join(', ')}</span>
                <span className={css.quiet}>{organizations.map(textOf).join(', ')}</span>
              </span>
              <Icon name="arrow" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
