import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useRef } from 'react';
import { Icon } from './icon.tsx';
import css from './sheet.module.css';

type SheetProps = {
  title?: ReactNode;
  opened: boolean;
  onClose: () => void;
  closeWord: string;
  /** Where focus goes when the button that opened it is gone. */
  otherwiseFocus: string;
  children: ReactNode;
};

/** From the foot of a phone, from the side of a desk. */
export function Sheet({ title, opened, onClose, closeWord, otherwiseFocus, children }: SheetProps) {
  const wide = useMediaQuery('(min-width: 60em)', false, { getInitialValueInEffect: false });
  const last = useRef({ title, children, otherwiseFocus }); // what it goes on showing while it slides away
  if (opened) last.current = { title, children, otherwiseFocus };
  const returnFocus = () =>
    setTimeout(() => document.activeElement === document.body && document.getElementById(last.current.otherwiseFocus)?.focus());

  // classNames, not className: Drawer.Content puts the latter on its wrapper too. Composed, because Drawer's own head
  // is a second page banner; lockScroll off, because its lock writes a <style> (page.css locks).
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={returnFocus}
      position={wide ? 'right' : 'bottom'}
      size={wide ? 460 : 'auto'}
      lockScroll={false}
      transitionProps={{ duration: 180 }}
      classNames={{ content: css.sheet }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={css.head}>
          <Drawer.Title className={css.title}>{last.current.title}</Drawer.Title>
          <Drawer.CloseButton className={css.close} aria-label={closeWord} icon={<Icon name="close" size={22} />} />
        </div>
        <Drawer.Body className={css.body}>{last.current.children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
