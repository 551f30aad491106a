import type { Way } from '../features/go-to/index.ts';
import { useSession } from '../hub/session.ts';
import { schemes, useScheme } from '../ui/scheme.ts';
import { speak } from '../ui/words.ts';
import { useRooms } from './rooms.tsx';
import { useWords } from './words.ts';

/** The rooms this person has, and what can be done from anywhere. */
export function useWays(showKeys: () => void): Way[] {
  const { t, i18n } = useWords();
  const { me, may } = useSession();
  const [scheme, become] = useScheme();
  const rooms = useRooms().map(({ to, word, icon }): Way => ({ key: to, words: word, beside: t('way.screen'), icon, go: to }));
  const other = i18n.language === 'en' ? 'fr' : 'en';
  return [
    ...rooms,
    ...(rooms.some(({ key }) => key === '/crises')
      ? []
      : [{ key: '/crises', words: t('crises'), beside: t('way.screen'), icon: 'warning', go: '/crises' } as const]),
    ...(may('call:make') ? [{ key: 'visits', words: t('way.visits'), beside: t('way.screen'), icon: 'list', go: '/visits' } as const] : []),
    ...(may('need:record')
      ? [{ key: 'my-day', words: t('way.myDay'), beside: t('way.screen'), icon: 'calendar', go: '/ma-journee' } as const]
      : []),
    ...(may('person:follow-up')
      ? [{ key: 'follow-ups', words: t('way.followUps'), beside: t('way.screen'), icon: 'clock', go: '/suivis' } as const]
      : []),
    ...(may('person:call-round')
      ? [{ key: 'rounds', words: t('way.rounds'), beside: t('way.screen'), icon: 'phone', go: '/tournees' } as const]
      : []),
    ...(may('person:read-emergency')
      ? [{ key: 'emergencies', words: t('way.emergencies'), beside: t('way.screen'), icon: 'warning', go: '/urgences' } as const]
      : []),
    ...(may('outgoing:read')
      ? [{ key: 'outgoing', words: t('way.outgoing'), beside: t('way.screen'), icon: 'mail', go: '/outgoing' } as const]
      : []),
    ...(may('campaign:send')
      ? [{ key: 'new-campaign', words: t('way.newCampaign'), beside: t('way.screen'), icon: 'plus', go: '/campaigns/new' } as const]
      : []),
    ...(may('poster:manage')
      ? [{ key: 'posters', words: t('way.posters'), beside: t('way.screen'), icon: 'list', go: '/posters' } as const]
      : []),
    { key: 'meaning', words: t('way.meaning'), beside: t('way.screen'), icon: 'list', go: '/what-a-status-means' },
    ...(me ? [] : [{ key: '211', words: t('call211'), icon: 'phone', go: () => location.assign('tel:211') } as const]),
    { key: 'keys', words: t('keys.title'), icon: 'list', go: showKeys },
    { key: 'language', words: t('otherLanguage'), beside: t('way.language'), icon: 'person', go: () => speak(other) },
    ...schemes
      .filter(one => one !== scheme)
      .map(one => ({ key: one, words: t(`scheme.${one}`), icon: 'screen', go: () => become(one) }) as const),
  ];
}
