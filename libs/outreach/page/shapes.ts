import { html, type Html } from '#libs/platform';
import type { ServiceState } from '#libs/schema';

/** [silhouette, glyph] on a grid of 16, as the screens draw them: no two alike in black and white. */
const shapes: Record<ServiceState, readonly [string, string]> = {
  OPEN: ['M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Z', 'm4.9 8.2 2.2 2.2 4.1-4.5'],
  LIMITED: ['M8 .5 15.5 8 8 15.5.5 8Z', 'M5.2 8h5.6'],
  FULL: ['M2.8 1.2h10.4q1.6 0 1.6 1.6v10.4q0 1.6-1.6 1.6H2.8q-1.6 0-1.6-1.6V2.8q0-1.6 1.6-1.6Z', 'M4.6 5.2h6.8M4.6 8h6.8M4.6 10.8h6.8'],
  SUSPENDED: ['M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Z', 'M6.3 5.2v5.6M9.7 5.2v5.6'],
  RELOCATED: ['M.8 3h8L15.4 8 8.8 13h-8Z', 'M3.6 8h6.2'],
  CLOSED: ['M3.6 1 8 5.4 12.4 1 15 3.6 10.6 8 15 12.4 12.4 15 8 10.6 3.6 15 1 12.4 5.4 8 1 3.6Z', ''],
  UNKNOWN: ['M8 1.4a6.6 6.6 0 1 1 0 13.2A6.6 6.6 0 0 1 8 1.4Z', 'M6.2 6.4c.1-1 .8-1.6 1.8-1.6s1.8.6 1.8 1.5c0 1.2-1.8 1.3-1.8 2.5M8 11v.1'],
};

export function shapeOf(state: ServiceState, size: number): Html {
  const [silhouette, glyph] = shapes[state];
  return html`<svg class="shape" width="${size}" height="${size}" viewBox="-1 -1 18 18" aria-hidden="true" focusable="false">
    <path class="body" d="${silhouette}" />
    <path class="glyph" d="${glyph}" />
  </svg>`;
}

export const sayable = ['OPEN', 'LIMITED', 'FULL', 'SUSPENDED', 'RELOCATED', 'CLOSED'] as const;
export type Sayable = (typeof sayable)[number];
