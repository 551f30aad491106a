import css from './lantern.module.css';

/** The mark of Fanal. */
export function Lantern({ size = 26 }: { size?: number }) {
  return (
    <svg className={css.lantern} width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <path className={css.handle} d="M8.5 4.5C9 2.8 10.3 2 12 2s3 .8 3.5 2.5" />
      <path className={css.plates} d="M6 5.5h12M6 20h12" />
      <path className={css.glass} d="M7 8h10l-1.2 9.5H8.2Z" />
      <path className={css.flame} d="M12 10c1.7 1.9 1.7 4.5 0 5.2-1.7-.7-1.7-3.3 0-5.2Z" />
    </svg>
  );
}
