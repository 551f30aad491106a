/** The rooms from the ground up: each may use those below it (HOUSE.md, law 1). A room not built yet does not stand here. */
const floors = [
  ['kernel'],
  ['schema'],
  ['platform'],
  ['directory'],
  ['identity'],
  ['crises'],
  ['status'],
  ['finder'],
  ['outreach', 'lines', 'needs'],
];

const room = names => `^libs/(${names.join('|')})/`;
const upwards = floors.slice(0, -1).map((names, floor) => ({
  name: `${names[0]}-looks-down`,
  severity: 'error',
  comment: `${names.join(', ')} may use only the rooms below.`,
  from: { path: room(names) },
  to: { path: room(floors.slice(floor + 1).flat()) },
}));
const web = layer => `^apps/web/src/${layer}/`;
const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to: { path: to } });

module.exports = {
  forbidden: [
    ...upwards,
    {
      name: 'neighbours-apart',
      severity: 'error',
      comment: 'Rooms on the same floor do not use each other.',
      from: { path: '^libs/(outreach|lines|needs)/' },
      to: { path: '^libs/(outreach|lines|needs)/', pathNot: '^libs/$1/' },
    },
    {
      name: 'rooms-have-one-door',
      severity: 'error',
      comment: 'A room is entered by its index.ts.',
      from: { path: '^(libs/([^/]+)/|demo/|apps/|tests/(?!house)|bench/|tools/)', pathNot: '^tools/check-settings' }, // before Nest is loaded
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/$2/', '^libs/[^/]+/index\\.ts$'] },
    },
    never('nothing-imports-an-app', '^(libs|demo)/', '^apps/', 'Apps compose; nothing imports an app.'),
    never('rooms-know-no-demonstration', '^libs/', '^demo/', 'The demonstration uses the rooms, and stands in none of them.'),
    {
      name: 'apps-apart',
      severity: 'error',
      comment: 'No app imports another one.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'the-demonstration-has-one-door',
      severity: 'error',
      comment: 'It is entered by its index.ts.',
      from: { path: '^(apps|tests|bench|tools)/' },
      to: { path: '^demo/(?!index\\.ts$)' },
    },
    never('web-knows-the-contract-only', '^apps/web/', '^(libs|migrations|tools)/', 'The web app knows the hub by its schema.'),
    never('hub-knows-no-web', '^(libs|apps/(hub|worker|cli))/', '^apps/web/', 'The hub serves the web app as files.'),
    never(
      'ui-knows-nobody',
      web('ui'),
      web('(hub|map|needs|persons|saying|features|app)'),
      'What draws knows neither the hub nor the screens.',
    ),
    never('hub-draws-nothing', web('hub'), web('(ui|map|needs|persons|saying|features|app)'), 'What talks to the hub draws nothing.'),
    never('features-below-app', web('(map|needs|persons|saying|features)'), web('app'), 'Features are composed, they do not compose.'),
    never('shared-below-features', web('(map|needs|persons|saying)'), web('features'), 'What features share knows none of them.'),
    {
      name: 'features-apart',
      severity: 'error',
      comment: 'Two features share through ui, map, needs, persons, saying or hub, or not at all.',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'features-by-their-door',
      severity: 'error',
      comment: 'A static import of a screen would put it in the first load.',
      from: { path: web('app') },
      to: { path: '^apps/web/src/features/[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'screens-are-lazy',
      severity: 'error',
      comment: 'Only import() reaches a screen.',
      from: {},
      to: { path: '\\.screen\\.tsx$', dependencyTypesNot: ['dynamic-import'] },
    },
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'no-drawers',
      severity: 'error',
      comment: 'Name it after what it is about.',
      from: {},
      to: { path: '/(utils?|common|helpers?|misc|shared|manager)(/|\\.ts)', pathNot: 'node_modules' },
    },
    {
      name: 'no-drawers-of-their-own',
      severity: 'error',
      comment: 'Name it after what it is about.',
      from: { path: '/(utils?|common|helpers?|misc|shared|manager)(/|\\.ts)' },
      to: {},
    },
    {
      name: 'no-orphan-drawer',
      severity: 'error',
      comment: 'Name it after what it is about.',
      from: { orphan: true, path: '/(utils?|common|helpers?|misc|shared|manager)(/|\\.ts)' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|\\.fanal)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.json', '.css'],
      conditionNames: ['source', 'import', 'types', 'default'],
    },
  },
};
