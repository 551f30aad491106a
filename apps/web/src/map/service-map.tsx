import { Component, type CSSProperties, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusShape } from '../ui/status-badge.tsx';
import { statusWords } from '../ui/status-words.ts';
import { states } from '../ui/tokens.mjs';
import css from './map.module.css';
import type { MapProps } from './map-canvas.tsx';
import { useBasemap } from './use-basemap.ts';
import { useWords } from './words.ts';

const canvas = () => import('./map-canvas.tsx');
const MapCanvas = lazy(canvas);

/** The services where they stand. Where it can't be drawn it says so: the list beside it says the same. */
export function ServiceMap({ withoutPlace = 0, ...map }: MapProps & { withoutPlace?: number }) {
  const { t } = useWords();
  const [drawable] = useState(canDraw);
  const basemap = useBasemap();
  useEffect(() => void (drawable && canvas().catch(() => {})), [drawable]); // while the hub is asked; what fails here fails again below
  const instead = <p className={css.instead}>{t('none')}</p>;
  return (
    // `as`: React's type knows no variables.
    <div className={css.frame} style={{ '--marks': map.still ?? 1 } as CSSProperties}>
      {drawable ? (
        <Failing instead={instead}>
          <Suspense fallback={<p className={css.instead}>{t('loading')}</p>}>
            {basemap === undefined ? <p className={css.instead}>{t('loading')}</p> : <MapCanvas {...map} basemap={basemap} />}
          </Suspense>
        </Failing>
      ) : (
        instead
      )}
      {map.still === undefined && <MapKey />}
      {withoutPlace > 0 && (
        <p className={css.without}>{t(map.still === undefined ? 'withoutPlace' : 'placeless', { count: withoutPlace })}</p>
      )}
    </div>
  );
}

function MapKey() {
  const { t } = useWords();
  const { t: say } = useTranslation(statusWords);
  return (
    <ul className={css.key} aria-label={t('key')}>
      {states.map(state => (
        <li key={state}>
          <StatusShape state={state} size={16} /> {say(`state.${state}`)}
        </li>
      ))}
      <li>
        <StatusShape state="OPEN" stale size={16} /> {t('stale')}
      </li>
    </ul>
  );
}

function canDraw(): boolean {
  try {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

class Failing extends Component<{ instead: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
