import css from './call-desk.module.css';

/** A key as it is printed beside what it does; screen readers are told by `aria-keyshortcuts`. */
export function Key({ of }: { of: string }) {
  return (
    <kbd className={css.key} aria-hidden>
      {of}
    </kbd>
  );
}
