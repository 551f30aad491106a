import type { CodegenConfig } from '@graphql-codegen/cli';

const types = {
  inlineFragmentTypes: 'mask',
  customDirectives: { apolloUnmask: true },
  useTypeImports: true,
  enumsAsTypes: true,
  strictScalars: true,
  nonOptionalTypename: true,
  skipTypeNameForRoot: true,
  scalars: {
    ID: 'string',
    DateTime: 'string',
    Date: 'string',
    Position: 'string',
    TimeOfDay: 'string',
    GeoJson: 'unknown',
    Cents: 'number',
  },
} as const;

/** The web's types, made from every room's SDL. */
export default {
  schema: '{libs,demo}/**/*.graphql',
  documents: ['apps/web/src/**/*.{ts,tsx}', '!apps/web/src/hub/gql/**'],
  ignoreNoDocuments: true,
  generates: {
    'apps/web/src/hub/gql/': { preset: 'client', presetConfig: { fragmentMasking: false }, config: types },
    'apps/web/src/hub/gql/possible-types.ts': { plugins: ['fragment-matcher'], config: { useExplicitTyping: false } },
  },
} satisfies CodegenConfig;
