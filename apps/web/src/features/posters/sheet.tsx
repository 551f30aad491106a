import { Localized } from '../../ui/localized.tsx';
import type { Text } from '../../ui/sureness.ts';
import css from './posters.module.css';
import { qrOf } from './qr.ts';
import { useBoth } from './words.ts';

const lines = ['scan', 'type', 'say'] as const;
const WEEKS = 6;

type SheetProps = { name: Text; address: string };

/** What hangs by the counter, and a strip to cut off for the board inside, where the number of each week is written by hand. */
export function Sheet({ name, address }: SheetProps) {
  const { fr, en } = useBoth();
  const qr = qrOf(address);
  return (
    <section className={css.sheet} aria-label={fr('sheet.title')}>
      <p className={css.whose}>
        <Localized of={name} />
      </p>
      <p className={css.lead} lang="fr">
        {fr('sheet.lead')}
      </p>
      <p className={css.leadToo} lang="en">
        {en('sheet.lead')}
      </p>
      <svg className={css.qr} viewBox={`0 0 ${qr.side} ${qr.side}`} role="img" aria-label={fr('sheet.code')} shapeRendering="crispEdges">
        <rect width={qr.side} height={qr.side} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p className={css.address}>{address.replace(/^https?:\/\//, '')}</p>
      <div className={css.both}>
        <ol lang="fr">
          {lines.map(line => (
            <li key={line}>{fr(`sheet.${line}`)}</li>
          ))}
        </ol>
        <ol lang="en">
          {lines.map(line => (
            <li key={line}>{en(`sheet.${line}`)}</li>
          ))}
        </ol>
      </div>
      <div className={css.strip}>
        <p>
          <b lang="fr">{fr('sheet.inside')}</b> <span lang="en">{en('sheet.inside')}</span>
        </p>
        <ul>
          {Array.from({ length: WEEKS }, (_, week) => (
            <li key={week}>
              <span>
                <span lang="fr">{fr('sheet.weekOf')}</span> · <span lang="en">{en('sheet.weekOf')}</span>
              </span>
              <i />
              <span className={css.digits} aria-hidden="true">
                <i />
                <i />
                <i />
                <i />
              </span>
            </li>
          ))}
        </ul>
        <p className={css.small}>
          <span lang="fr">{fr('sheet.monday')}</span> <span lang="en">{en('sheet.monday')}</span>
        </p>
      </div>
    </section>
  );
}
