import { existsSync } from 'node:fs';
import { type CodegenConfig, generate } from '@graphql-codegen/cli';

const hub = {
  schema: '{libs,demo}/**/*.graphql',
  generates: {
    'libs/schema/index.ts': {
      plugins: ['typescript'],
      config: {
        enumsAsTypes: true,
        skipTypename: true,
        useTypeImports: true,
        strictScalars: true,
        maybeValue: 'T | null | undefined',
        scalars: { DateTime: 'Date', Date: 'string', Position: 'string', TimeOfDay: 'string', GeoJson: 'unknown' },
      },
    },
  },
} satisfies CodegenConfig;

/** For the hub, types from every room's SDL; for the web, from its documents. */
export async function configs(): Promise<CodegenConfig[]> {
  if (!existsSync('codegen.ts')) return [hub];
  const { default: web } = (await import('../../codegen.ts')) as { default: CodegenConfig };
  return [hub, web];
}

/** The files of a config, not written. */
export const made = (config: CodegenConfig): Promise<{ filename: string; content: string }[]> =>
  generate({ ...config, silent: true, errorsOnly: true }, false);
