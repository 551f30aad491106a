import { create } from 'qrcode';

export interface Qr {
  /** Modules on a side, with the quiet zone that readers need. */
  readonly side: number;
  /** As a path of squares. */
  readonly path: string;
}

const QUIET = 4;

/** A quarter of it may be torn or stained. */
export function qrOf(text: string): Qr {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  const { size } = modules;
  const dark = Array.from({ length: size * size }, (_, n) => n).filter(n => modules.data[n]);
  const path = dark.map(n => `M${(n % size) + QUIET} ${Math.floor(n / size) + QUIET}h1v1h-1z`).join('');
  return { side: size + 2 * QUIET, path };
}
