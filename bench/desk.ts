// What a counsellor waits for: the search while they type, and a call that is saved. `npm run bench -- desk [services] [rounds]`.
import 'reflect-metadata';
import { type Asked, lookups } from './peers/lookups.ts';
import { saving } from './peers/saving.ts';

const point = { latitude: 45.572, longitude: -73.688 };
const typed = (text: string): Asked => ({
  name: `« ${text} » near a place`,
  path: '/graphql',
  body: JSON.stringify({
    query: `query ($filter: ServiceFilter) { services(filter: $filter, first: 20) { totalCount edges { node { id name { fr en } phones { number }
      status { state since goodUntil freshness capacity { available total } } match { group locatedIn serving distanceKm } } } } }`,
    variables: { filter: { text, near: { ...point, withinKm: 10 } } },
  }),
});

await saving(Number(process.argv[4] ?? 40));
await lookups(['ép', 'épic', 'épicerie', 'livraison d’épicerie', 'repas chauds aînés'].map(typed));
