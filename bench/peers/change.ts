/** A change as Fanal tells it: the peers deliver the same fields. */
export const change = (round: number) => ({
  position: `20261124000000.${String(round).padStart(19, '0')}`,
  occurredAt: new Date().toISOString(),
  previousState: 'OPEN',
  service: { id: '00000000-0000-7000-8000-000000000010', name: { fr: 'Cuisine collective', en: 'Community kitchen' } },
  status: {
    state: round % 2 ? 'LIMITED' : 'OPEN',
    since: new Date().toISOString(),
    observedAt: new Date().toISOString(),
    freshness: 'FRESH',
    staleAt: new Date().toISOString(),
    note: { fr: `tour ${round}`, en: null },
    source: 'PARTNER',
    mixed: false,
  },
});

export const document = `subscription { serviceStatusChanged { position occurredAt previousState service { id name { fr en } }
  status { state since observedAt freshness staleAt note { fr en } source mixed } } }`;
