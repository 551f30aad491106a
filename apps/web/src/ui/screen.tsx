import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import css from './screen.module.css';

/** Where the frame wants a screen's title to stand. */
export const TitlePlace = createContext<HTMLElement | null>(null);

let arrived = false;

type ScreenProps = {
  title: string;
  under?: ReactNode;
  /** One narrow column in the middle of a desk; a page's is wider than a form's. */
  narrow?: boolean | 'page';
  /** From edge to edge. */
  wide?: boolean;
  /** Heard, not seen: the bar says where one is. */
  quiet?: boolean;
  /** Given the title, a screen puts it where it wants it. */
  children: ReactNode | ((title: ReactNode) => ReactNode);
};

/** One screen: its title in the frame's head, its name in the tab, its first heading heard on arrival. */
export function Screen({ title, under, narrow, wide, quiet, children }: ScreenProps) {
  const place = useContext(TitlePlace);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => void (document.title = `${title} · Fanal`), [title]);
  useEffect(() => {
    if (!place) return;
    if (arrived) heading.current?.focus({ preventScroll: true }); // the page's own arrival is announced by the browser
    arrived = true;
  }, [place]);

  const named = (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
  if (typeof children === 'function') return children(named);
  const head = (
    <div className={css.title} data-narrow={narrow || undefined} data-wide={wide || undefined} data-quiet={quiet || undefined}>
      {named}
      {under && <p>{under}</p>}
    </div>
  );
  return (
    <>
      {place && createPortal(head, place)}
      {children}
    </>
  );
}
