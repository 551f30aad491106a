import css from './account.module.css';

/** Why something was not done, heard at once. */
export const Wrong = ({ why, id }: { why: string | null; id?: string }) =>
  why && (
    <p id={id} className={css.wrong} role="alert">
      {why}
    </p>
  );
