import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Instant } from './instant.tsx';
import { StatusGround, StatusTag } from './status-badge.tsx';
import css from './status.module.css';
import type { Said } from './sureness.ts';
import { useHowSure } from './use-how-sure.ts';
import { following } from './use-status-sentences.ts';

/** A word in a list: its state, and since when; a clock where it grows old. */
export function SureTag({ status }: { status: Said }) {
  const { stale, aging, since } = useHowSure(status);
  return (
    <StatusTag state={status.state} stale={stale}>
      <Since status={status} aging={aging} words={following(since)} />
    </StatusTag>
  );
}

type SureGroundProps = {
  status: Said;
  /** Whose word it is. */
  after?: ReactNode;
  /** Nobody else sees it yet: instead of how sure it is. */
  unsent?: string | false;
};

/** A word where it is the subject: also how much is left, and until when. */
export function SureGround({ status, after, unsent }: SureGroundProps) {
  const { stale, aging, since, until, capacity } = useHowSure(status);
  return (
    <StatusGround
      state={status.state}
      stale={stale}
      beside={capacity}
      since={
        <>
          {until && <span className={css.until}>{until}</span>}{' '}
          {unsent ? <Unsent words={unsent} /> : <Since status={status} aging={aging} words={since} />}
          {!unsent && after}
        </>
      }
    />
  );
}

function Unsent({ words }: { words: string }) {
  return (
    <>
      <span className={css.aging}>
        <Icon name="clock" size={14} />
      </span>
      {words}
    </>
  );
}

function Since({ status, aging, words }: { status: Said; aging: boolean; words: string }) {
  const at = status.confirmedAt ?? status.observedAt;
  return (
    <>
      {aging && (
        <span className={css.aging}>
          <Icon name="clock" size={14} />
        </span>
      )}
      {at ? <Instant at={at}>{words}</Instant> : words}
    </>
  );
}
