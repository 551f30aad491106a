import reactHooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

export default typescript.config(
  { ignores: ['node_modules/', '.fanal/', 'dist/', 'libs/schema/index.ts', 'apps/web/src/hub/gql/', 'shots/', 'apps/web/public/'] },
  typescript.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-console': ['error', { allow: ['error'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
    },
  },
  { files: ['apps/web/**'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error' } },
  // React components are bounded by 150 lines of their own, tests and command lines tell stories and print
  { files: ['apps/web/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }] } },
  {
    files: ['tests/**', '**/*.spec.ts', 'bench/**', 'tools/**', 'apps/cli/**', 'apps/hub/main.ts', '*.mjs', 'migrations/**'],
    rules: { 'max-lines-per-function': 'off', 'no-console': 'off' },
  },
  { files: ['tests/**', '**/*.spec.ts'], rules: { '@typescript-eslint/no-explicit-any': 'off' } }, // answers of GraphQL are read as they come
);
