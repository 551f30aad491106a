import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useInTime } from '../../ui/pulse.ts';

/** What a wall is drawn for; any other is it, larger or smaller. */
const [WIDE, HIGH] = [1_920, 1_080];
/** In a hand it is nearer: the same, of fewer points. */
const HAND = { most: 704, wide: 640, high: 1_300 };
const STILL = 3_000;
const SHIFTED = 120_000;
/** So little that nobody sees it, so much that no edge stays on the same dots of the screen. */
const steps = [
  [0, 0],
  [3, 2],
  [5, 0],
  [3, -2],
  [0, -3],
  [-3, -2],
  [-5, 0],
  [-3, 2],
] as const;

const scaleNow = () => {
  const upright = innerHeight > innerWidth;
  if (upright && innerWidth < HAND.most) return Math.min(innerWidth / HAND.wide, innerHeight / HAND.high);
  return Math.min(innerWidth / (upright ? HIGH : WIDE), innerHeight / (upright ? WIDE : HIGH));
};

/** A room's screen: as large as it is, awake, without a pointer, and never burnt in. */
export function useWall() {
  const room = useRef<HTMLElement>(null);
  const [scale, fit] = useState(scaleNow);
  const [idle, rest] = useState(false);
  const place = useInTime(now => Math.floor(now / SHIFTED) % steps.length);
  const [x, y] = steps[place]!; // the remainder is within

  useEffect(() => {
    const measure = () => fit(scaleNow());
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  useEffect(() => {
    let timer = setTimeout(() => rest(true), STILL);
    const moved = () => {
      rest(false);
      clearTimeout(timer);
      timer = setTimeout(() => rest(true), STILL);
    };
    addEventListener('pointermove', moved);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', moved);
    };
  }, []);
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    const wake = async () => {
      if (document.hidden) return;
      lock = await navigator.wakeLock.request('screen').catch(() => null); // a screen that may sleep still shows
    };
    if ('wakeLock' in navigator) void wake();
    document.addEventListener('visibilitychange', wake);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      void lock?.release();
    };
  }, []);

  // `as`: React's type knows no variables.
  const style = { '--u': `${scale}px`, translate: `${x * scale}px ${y * scale}px` } as CSSProperties;
  return { room, scale, style, idle };
}
