import { NavLink } from 'react-router';
import { useSession } from '../hub/session.ts';
import { useOpenGaps } from '../needs/use-open-count.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import css from './frame.module.css';
import { useWords } from './words.ts';

/** `key`: after « g ». */
type Room = { to: string; word: string; shortWord: string; icon: IconName; key?: string; phoneOnly?: boolean; deskOnly?: boolean };

/** The rooms this person has. */
export function useRooms(): Room[] {
  const { t } = useWords();
  const { me, may } = useSession();
  return [
    ...(may('status:report')
      ? [{ to: '/my-services', word: t('myServices'), shortWord: t('services'), icon: 'list' as const, key: 'm' }]
      : []),
    ...(may('silence:read')
      ? [{ to: '/situation', word: t('situation'), shortWord: t('situation'), icon: 'live' as const, key: 's' }]
      : []),
    ...(may('need:record') ? [{ to: '/appel', word: t('callDesk'), shortWord: t('calls'), icon: 'phone' as const, key: 'd' }] : []),
    ...(may('call:make') ? [{ to: '/to-reach', word: t('toReach'), shortWord: t('toReach'), icon: 'phone' as const, key: 'j' }] : []),
    ...(may('campaign:read')
      ? [{ to: '/campaigns', word: t('campaigns'), shortWord: t('campaigns'), icon: 'mail' as const, key: 'c', deskOnly: true }]
      : []),
    ...(may('gap:read')
      ? [
          {
            ...{ to: '/besoins', word: t('gaps'), shortWord: t('gapsShort'), icon: 'target' as const, key: 'b' },
            deskOnly: !may('gap:commit') || may('silence:read'), // a phone's foot is short
          },
        ]
      : []),
    ...(may('crisis:change') ? [{ to: '/crises', word: t('crises'), shortWord: t('crises'), icon: 'warning' as const, key: 'e' }] : []),
    { to: '/', word: t('findHelp'), shortWord: t('help'), icon: 'search', key: 'a' },
    me
      ? { to: '/me', word: t('me'), shortWord: t('me'), icon: 'person', phoneOnly: true }
      : { to: '/sign-in', word: t('signIn'), shortWord: t('signIn'), icon: 'person', phoneOnly: true },
  ];
}

/** Along the bar of a desk, at the foot of a phone. */
export function Rooms() {
  const { t } = useWords();
  const rooms = useRooms();
  const open = useOpenGaps();
  return (
    <nav className={css.rooms} aria-label={t('rooms')} data-rooms={rooms.filter(({ deskOnly }) => !deskOnly).length}>
      {rooms.map(({ to, word, shortWord, icon, phoneOnly, deskOnly }) => (
        <NavLink key={to} to={to} end={to === '/'} data-phone={phoneOnly} data-desk={deskOnly || undefined} data-to={to}>
          <Icon name={icon} size={22} />
          <span className={css.short}>{shortWord}</span>
          <span className={css.long}>{word}</span>
          {to === '/besoins' && open !== undefined && open > 0 && (
            <span className={css.open} data-open-gaps>
              {open}
            </span>
          )}
        </NavLink>
      ))}
    </nav>
  );
}
