import { useApolloClient, useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useConnection } from '../../hub/connection.ts';
import { heldServices } from '../../hub/held-services.ts';
import type { GoToQuery } from '../../hub/gql/graphql.ts';
import { useSession } from '../../hub/session.ts';
import { useText } from '../../ui/localized.tsx';
import { holds } from '../../ui/plain.ts';
import { GoTo, GoToCrises, GoToGaps, HeldName } from './go-to.query.ts';
import { useWhose } from './use-whose.ts';
import { listOf, toPlace, toService, toSuggested, type Way } from './way.ts';
import { useWords } from './words.ts';

/** Of each kind: what was typed has no end, what is shown of it has. */
const MOST = 6;

/** What the words may mean: the rooms, what goes on, one's own services, and what the hub finds; without a line, what this device holds. */
export function useFound(typed: string, asked: string, ways: readonly Way[]) {
  const { t } = useWords();
  const { state } = useConnection();
  const { data, error, loading } = useQuery(GoTo, { variables: { text: asked }, skip: asked.length < 2 });
  const textOf = useText();
  const away = state === 'offline' || error !== undefined;
  const { mine, others } = useHeld(typed, away);
  const running = useRunning(typed);
  const needs = useNeeds(typed);
  const whose = useWhose((data?.suggestions ?? []).flatMap(({ serviceId }) => serviceId ?? []));

  const local = [...ways.filter(({ words, beside }) => holds(typed, [words, beside])), ...running, ...needs, ...mine];
  if (!typed) return { found: local, away, settled: true };
  const told = data && !away && asked === typed ? data : { suggestions: [], places: [] };
  const suggested = byName(told.suggestions).map(one => {
    const beside = (one.serviceId && whose(one.serviceId)) || t(`kind.${one.kind}`);
    return toSuggested(one, { words: textOf(one.text), beside });
  });
  const places = told.places.map(one => {
    const within = one.kind === 'TERRITORY' ? '' : textOf(one.territory?.name);
    return toPlace(one, { words: textOf(one.name), beside: [t(`kind.${one.kind}`), within].filter(Boolean).join(', ') });
  });
  const search: Way = { key: 'search', words: t('search', { text: typed }), icon: 'search', go: listOf({ q: typed }) };
  return {
    found: [...local.slice(0, MOST), ...others, ...suggested, ...places, search],
    away,
    settled: away || (asked === typed && !loading),
  };
}

/** What has the name before what is only of its kind. */
const byName = (suggestions: GoToQuery['suggestions']) => [
  ...suggestions.filter(({ serviceId, organizationId }) => serviceId ?? organizationId),
  ...suggestions.filter(({ serviceId, organizationId }) => !(serviceId ?? organizationId)),
];

/** Of the services that this device holds: those the person speaks for, to be changed; without a line, all that are called so. */
function useHeld(typed: string, away: boolean) {
  const { t } = useWords();
  const textOf = useText();
  const { cache } = useApolloClient();
  const { me, may } = useSession();
  const held = useMemo(() => heldServices(cache, HeldName), [cache, away]);
  if (!typed) return { mine: [], others: [] };
  const own = new Set(may('status:report') ? me?.memberships.map(({ organization }) => organization.id) : []);
  const named = held.filter(({ name, organization }) => holds(typed, [name.fr, name.en, organization.name.fr, organization.name.en]));
  const mine = named
    .filter(({ organization }) => own.has(organization.id))
    .map(({ id, name, organization }): Way => {
      const beside = own.size > 1 ? textOf(organization.name) : undefined;
      return { key: `change ${id}`, words: t('change', { name: textOf(name) }), beside, icon: 'pen', go: `/my-services?change=${id}` };
    });
  const others = away ? named.slice(0, 2 * MOST) : [];
  return {
    mine,
    others: others.map(({ id, name, organization }) => toService(id, { words: textOf(name), beside: textOf(organization.name) })),
  };
}

/** What goes on: on the board, for who has one. */
function useRunning(typed: string): Way[] {
  const { t } = useWords();
  const textOf = useText();
  const { may } = useSession();
  const place = may('silence:read') ? '/situation?crisis=' : '/crises/';
  const { data } = useQuery(GoToCrises);
  return (data?.crises ?? [])
    .filter(({ phase, name }) => phase !== 'CLOSED' && holds(typed, [name.fr, name.en]))
    .map(({ id, name, exercise }) => {
      const beside = t(exercise ? 'kind.exercise' : 'kind.crisis');
      return { key: id, words: textOf(name), beside, icon: 'warning', go: `${place}${id}` };
    });
}

/** What nobody could offer, for who may know of it. */
function useNeeds(typed: string): Way[] {
  const { t } = useWords();
  const textOf = useText();
  const { may } = useSession();
  const { data } = useQuery(GoToGaps, { skip: !may('gap:read') || typed.length < 2 });
  return (data?.gaps.edges ?? [])
    .filter(({ node: { kindName, territory } }) => holds(typed, [kindName.fr, kindName.en, territory.name.fr, territory.name.en]))
    .map(({ node: { id, kindName, territory } }) => {
      const words = `${textOf(kindName)}, ${textOf(territory.name)}`;
      return { key: id, words, beside: t('kind.need'), icon: 'target', go: `/besoins/${id}` };
    });
}
