// Words, places, boxes, and what is suggested while typing: `npm run bench -- search 6000`.
import { type Asked, lookups } from './peers/lookups.ts';

const asked = (name: string, query: string, variables: object): Asked => ({
  name,
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
});
const search = (name: string, filter: object) =>
  asked(
    name,
    `query ($filter: ServiceFilter) { services(filter: $filter, first: 20) { totalCount edges { node { id name { fr } status { state } match { group distanceKm reasons } } } } }`,
    { filter },
  );
const point = { latitude: 45.541, longitude: -73.745 };

await lookups([
  { ...search('words', { text: 'banque alimentaire' }), usual: 'words' },
  search('words with a mistake', { text: 'dépanage alimantaire' }),
  search('words near a place', { text: 'friperie', near: { ...point, withinKm: 2 } }),
  { ...search('a box', { bbox: { west: -73.75, south: 45.535, east: -73.74, north: 45.545 } }), usual: 'box' },
  { ...asked('suggestions', '{ suggestions(text: "ali") { kind text { fr } } }', {}), usual: 'suggestions' },
  asked('places', '{ places(text: "chom") { kind name { fr } } }', {}),
  asked('the board', '{ situation { total toConfirm counts { state n changedSinceYesterday } byTerritory { total } } }', {}),
  asked('the whole map', '{ mapServices { id longitude latitude state stale } }', {}),
]);
