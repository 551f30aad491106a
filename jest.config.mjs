// Run by test.mjs, which makes what the tests stand on: `npm test -- <part of a path>`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './tools/fresh.mjs';

const screens = {
  swcrc: false,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'es6' },
};

export default {
  roots: ['apps', 'demo', 'libs', 'migrations', 'tests', 'tools', 'bench'].filter(folder => existsSync(folder)),
  testMatch: [
    '**/*.spec.ts',
    '**/*.spec.tsx',
    '**/tests/journeys/**/*.journey.ts',
    '**/tests/faults/**/*.fault.ts',
    '**/tests/screens/**/*.story.ts',
  ],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': '@swc/jest', '\\.tsx$': ['@swc/jest', screens] },
  testTimeout: 60_000, // a shared machine is slow at times; nothing waits for it in vain
  workerIdleMemoryLimit: '1GB', // modules of a finished file are never quite given back
  watchman: false,
  cacheDirectory: join(cacheFolder(), 'jest'),
  reporters: ['default', '<rootDir>/tests/support/tally.mjs'],
};
