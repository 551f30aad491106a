import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Me, useSession } from '../../hub/session.ts';
import { Localized, useText } from '../../ui/localized.tsx';
import { type Scheme, schemes, useScheme } from '../../ui/scheme.ts';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { type Language, speak } from '../../ui/words.ts';
import css from './account.module.css';
import { Displays } from './displays.tsx';
import { Leave } from './leave.tsx';
import { PushSwitch } from './push-switch.tsx';
import { SignOut } from './sign-out.tsx';
import { Team } from './team.tsx';
import { useWords } from './words.ts';

/** The account, what it may do and for whom, and how the screens look. */
export function MeScreen() {
  const { t } = useWords();
  const { me, lapsed, unreachable, may } = useSession();
  return (
    <Screen title={t('me.title')} narrow>
      <div className={css.screen}>
        {me === undefined && !unreachable && <Waiting word={t('me.loading')} rows={2} />}
        {me === undefined && unreachable && (
          <Calm title={t('me.failed')} alert>
            <p>{t('me.failedSafe')}</p>
          </Calm>
        )}
        {me && !lapsed && <Account me={me} />}
        {(me === null || lapsed) && (
          <section className={css.card}>
            <p>{t(lapsed ? 'me.lapsed' : 'me.signInWhat')}</p>
            <Link className={css.primary} to="/sign-in">
              {t('me.signIn')}
            </Link>
          </section>
        )}
        {me && !lapsed && may('display:manage') && <Displays />}
        {me && !lapsed && speakingFor(me).map(organization => <Team key={organization.id} organization={organization} />)}
        {me && !lapsed && may('status:report') && <PushSwitch />}
        {me && !lapsed && may('membership:approve') && (
          <Link className={css.way} to="/memberships">
            {t('memberships.title')}
          </Link>
        )}
        {me && !lapsed && may('call:make') && (
          <Link className={css.way} to="/visits">
            {t('visits')}
          </Link>
        )}
        {me && !lapsed && may('campaign:read') && (
          <Link className={css.way} to="/campaigns">
            {t('campaigns')}
          </Link>
        )}
        {me && !lapsed && may('outgoing:read') && (
          <Link className={css.way} to="/outgoing">
            {t('outgoing')}
          </Link>
        )}
        {me && !lapsed && may('poster:manage') && (
          <Link className={css.way} to="/posters">
            {t('posters')}
          </Link>
        )}
        <Looks />
        {me && <SignOut />}
      </div>
    </Screen>
  );
}

/** The organizations whose people one may see and add to. */
const speakingFor = ({ memberships }: Me) =>
  memberships.filter(({ role }) => role === 'PARTNER_EDITOR').map(({ organization }) => organization);

function Account({ me }: { me: Me }) {
  const { t } = useWords();
  const textOf = useText();
  return (
    <section className={css.card} aria-labelledby="who">
      <h2 id="who">{me.account.displayName}</h2>
      <p className={css.quiet}>{me.account.email}</p>
      <h3>{t('me.memberships')}</h3>
      {me.memberships.length === 0 && <p>{t('me.none')}</p>}
      <ul className={css.memberships}>
        {me.memberships.map(({ id, role, organization, territories }) => (
          <li key={id}>
            <span className={css.held}>
              <b>{t(`role.${role as 'ADMINISTRATOR'}`)}</b>
              <Localized of={organization.name} />
              {territories.length > 0 && (
                <span className={css.quiet}>
                  {territories.map(({ code, name }, index) => (
                    <span key={code}>
                      {index > 0 && ', '}
                      <Localized of={name} />
                    </span>
                  ))}
                </span>
              )}
            </span>
            <Leave membershipId={id} name={textOf(organization.name)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const languages: [Language, string][] = [
  ['fr', 'Français'],
  ['en', 'English'],
];

function Looks() {
  const { t } = useWords();
  const { i18n } = useTranslation();
  const [scheme, become] = useScheme();
  return (
    <section className={css.card}>
      <Choices
        name="language"
        word={t('me.language')}
        value={i18n.language}
        onChange={value => speak(value as Language)}
        choices={languages}
      />
      <Choices
        name="scheme"
        word={t('me.scheme')}
        value={scheme}
        onChange={value => become(value as Scheme)}
        choices={schemes.map(one => [one, t(`me.schemes.${one}`)])}
      />
    </section>
  );
}

type ChoicesProps = { name: string; word: string; value: string; onChange: (value: string) => void; choices: [string, string][] };

function Choices({ name, word, value, onChange, choices }: ChoicesProps) {
  return (
    <fieldset className={css.choices}>
      <legend>{word}</legend>
      {choices.map(([code, said]) => (
        <label key={code} lang={name === 'language' ? code : undefined}>
          <input type="radio" name={name} checked={value === code} onChange={() => onChange(code)} />
          {said}
        </label>
      ))}
    </fieldset>
  );
}
