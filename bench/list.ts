// Fifty services with all that a row shows: `npm run bench -- list 6000`.
import { type Asked, lookups } from './peers/lookups.ts';

const fields = `id name { fr en } organization { id name { fr } } categories { code } locations { id address latitude longitude territory { code } }
  phones { number } languages status { state since freshness staleAt note { fr } openNow contradicted mixed }`;
const list = (name: string, filter: object, more = ''): Asked => ({
  name,
  path: '/graphql',
  body: JSON.stringify({
    query: `query ($filter: ServiceFilter) { services(filter: $filter, first: 50) { ${more} edges { node { ${fields} } } } }`,
    variables: { filter },
  }),
});

await lookups([
  { ...list('the first fifty', {}, 'totalCount'), usual: 'fifty' },
  list('of a territory', { territory: 'chomedey' }, 'totalCount'),
  list('open in a territory', { territory: 'chomedey', states: ['OPEN'] }),
]);
