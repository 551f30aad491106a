import { useId } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { now } from '../../ui/pulse.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import css from './call-desk.module.css';
import { type Call, ringedIn } from './call.ts';
import type { Act } from './desk.ts';
import { groups } from './groups.ts';
import { languageName } from './language-name.ts';
import { Key } from './key.tsx';
import { ResourceRow } from './resource-row.tsx';
import { refOf, type Resources } from './use-resources.ts';
import { useWords } from './words.ts';

type Search = { text: string; language: string | null; withinKm: number };
type ResourceListProps = {
  call: Call;
  resources: Resources;
  changed: ReadonlySet<string>;
  search: Search;
  kindName: string | null;
  onSearch: (search: Search) => void;
  /** The row that has the focus, or none. */
  onTouch: (id: string | null) => void;
  onAct: (act: Act) => void;
};

const FAR_KM = 25;

/** Who could answer the ringed need: sure and open, to be confirmed first, taking nobody; the nearest first. */
export function ResourceList(props: ResourceListProps) {
  const { call, resources, changed, search, kindName, onSearch, onTouch, onAct } = props;
  const { t, i18n } = useWords();
  const id = useId();
  const { language } = call;
  const spoken = language && language !== 'fr' && languageName(language, i18n.language);
  const need = ringedIn(call);
  return (
    <section className={css.panel} data-panel="resources" aria-labelledby={id}>
      <div className={css.resourcesHead}>
        <h2 id={id}>
          {kindName ?? t('resources')} {call.place && <small>{t('around', { place: call.place.name })}</small>}
        </h2>
        {spoken && (
          <button
            type="button"
            className={css.chip}
            aria-pressed={search.language !== null}
            onClick={() => onSearch({ ...search, language: search.language ? null : language })}
          >
            {spoken} {search.language && <Icon name="close" size={14} />}
          </button>
        )}
        <label className={css.search} data-way="search">
          <span className="unseen">{t('search')}</span>
          <Icon name="search" size={16} />
          <input
            type="search"
            value={search.text}
            maxLength={200}
            placeholder={t('search')}
            onChange={event => onSearch({ ...search, text: event.target.value })}
          />
          <Key of="/" />
        </label>
      </div>
      {resources.isHeld && <p className={css.hint}>{t('held')}</p>}
      {!resources.asked && <p className={css.hint}>{t('noneYet')}</p>}
      {resources.loading && <Waiting word={t('loadingResources')} rows={5} high={64} />}
      {resources.failed && (
        <Calm title={t('failedResources')} alert>
          <button type="button" onClick={resources.reread}>
            {t('again')}
          </button>
        </Calm>
      )}
      {resources.asked && !resources.loading && !resources.failed && resources.rows.length === 0 && (
        <NoneFound {...{ search, onSearch, onAct }} hasNeed={need !== undefined} hasPlace={call.place !== null} />
      )}
      {groups.map(group => {
        const rows = resources.rows.filter(row => row.group === group);
        if (rows.length === 0) return null;
        return (
          <div key={group} className={css.group}>
            <h3>
              {t(`group.${group}`)} <span>{rows.length}</span>
            </h3>
            <ul>
              {rows.map(({ service, digit }) => (
                <ResourceRow
                  key={service.id}
                  {...{ service, digit, onTouch }}
                  placeAsked={call.place?.point != null}
                  justChanged={changed.has(service.id)}
                  given={need?.references.some(({ serviceId }) => serviceId === service.id) ?? false}
                  onToggle={need ? () => onAct({ is: 'refer', ref: refOf(service, now()) }) : null}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {resources.total > resources.rows.length && (
        <p className={css.hint}>{t('more', { count: resources.total - resources.rows.length })}</p>
      )}
    </section>
  );
}

type NoneFoundProps = Pick<ResourceListProps, 'search' | 'onSearch' | 'onAct'> & { hasNeed: boolean; hasPlace: boolean };

/** Nobody: that is to be flagged, or looked for further. */
function NoneFound({ search, onSearch, onAct, hasNeed, hasPlace }: NoneFoundProps) {
  const { t } = useWords();
  const flag = () => {
    onAct({ is: 'outcome', outcome: 'UNMET' });
    onAct({ is: 'choose', asking: 'reason', value: 'NO_SERVICE' });
  };
  return (
    <Calm title={t('none')}>
      {hasNeed && (
        <button type="button" onClick={flag}>
          {t('flagNone')} <Key of="U1" />
        </button>
      )}
      {hasPlace && search.withinKm < FAR_KM && (
        <button type="button" onClick={() => onSearch({ ...search, withinKm: FAR_KM })}>
          {t('widen', { count: FAR_KM })}
        </button>
      )}
      {search.language && (
        <button type="button" onClick={() => onSearch({ ...search, language: null })}>
          {t('anyLanguage')}
        </button>
      )}
    </Calm>
  );
}
