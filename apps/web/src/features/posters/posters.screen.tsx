import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { Make } from './make-poster.tsx';
import { PosterCard } from './poster-card.tsx';
import css from './posters.module.css';
import { Sheet } from './sheet.tsx';
import { type Poster, usePosters } from './use-posters.ts';
import { useWords } from './words.ts';

type Printed = { poster: Poster; address: string };

/** The posters that one manages: a number to tell the team, a sheet to print. */
export function PostersScreen() {
  const { t } = useWords();
  const announce = useAnnounce();
  const { me, allowed, posters, without, isCentre, loading, failed, reread, more } = usePosters();
  const [printed, setPrinted] = useState<Printed | null>(null);
  const back = useRef<HTMLButtonElement>(null);
  const done = (said: string) => {
    announce(said, 'own');
    reread();
  };
  const onPrint = (poster: Poster) => (address: string) => {
    flushSync(() => setPrinted({ poster, address }));
    back.current?.focus();
    reread();
  };
  if (me !== undefined && !allowed)
    return (
      <Screen title={t('title')} narrow>
        <Calm title={t('notForYou')}>
          <a href="tel:211">{t('call211')}</a>
        </Calm>
      </Screen>
    );
  return (
    <Screen title={t('title')} narrow="page">
      <div className={css.screen}>
        {printed ? (
          <>
            <div className={css.choose}>
              <p>{t('ready')}</p>
              <p className={css.ways}>
                <Button onClick={() => print()}>{t('print')}</Button>
                <Button ref={back} variant="default" onClick={() => setPrinted(null)}>
                  {t('back')}
                </Button>
              </p>
            </div>
            <Sheet name={printed.poster.organization.name} address={printed.address} />
          </>
        ) : (
          <>
            <p className={css.what}>{t('what')}</p>
            {failed && (
              <Calm title={t('failed')} alert>
                <p>{t('again')}</p>
              </Calm>
            )}
            {loading && !posters && <Waiting word={t('loading')} rows={2} />}
            {posters?.map(poster => (
              <PosterCard key={poster.id} poster={poster} onPrint={onPrint(poster)} onDone={done} />
            ))}
            {more && (
              <Button variant="default" onClick={more}>
                {t('more')}
              </Button>
            )}
            {posters && <Make without={without} isCentre={isCentre} onDone={done} />}
          </>
        )}
      </div>
    </Screen>
  );
}
