import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.serap/', 'test/boundaries/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['apps/web/vite.config.ts', 'vitest.config.ts'] } },
    },
    rules: {
      // Nest modules and handlers are classes whose decorators do the work.
      '@typescript-eslint/no-extraneous-class': 'off',
      // Values from the database and the environment are read by name.
      '@typescript-eslint/dot-notation': 'off',
      // Contract and DTO classes are shapes: data need not come out of their constructors.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A type parameter names what the caller expects of a stored or fetched value.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      curly: ['error', 'multi-line', 'consistent'],
      'max-params': ['error', 4],
      // Settings are read and checked in one place, and handed to who needs them.
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Take it from the Config, or in a tool from tools/environment.ts.',
        },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // Beyond four, a reader counts positions and an editor miscounts them: see libs/platform/src/database/sql.ts.
    files: ['apps/**/*.ts', 'libs/files/**/*.ts', 'libs/platform/**/*.ts'],
    ignores: ['**/migrations/**', '**/*.migration.ts', '**/*.spec.ts', '**/test/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'TemplateElement[value.raw=/\\$([5-9]|1[0-9])\\b/]',
          'Literal[value=/(SELECT|INSERT|UPDATE|DELETE|WHERE).*\\$([5-9]|1[0-9])\\b/]',
        ].map((selector) => ({
          selector,
          message: 'More than four parameters have names: use named() or insertInto().',
        })),
      ],
    },
  },
  {
    // Preact's hooks are React's: the rules go by their names. A ref's name ends in Ref, by which they know it.
    files: ['apps/web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    // Once it has run somewhere, a migration is not touched.
    files: ['**/migrations/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    // Hot loops: what they share would have to be handed over at each step.
    files: ['fair/sell-group', 'net/exchange', 'net/net', 'net/pusher'].map((file) => `libs/matching/src/${file}.ts`),
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' },
  },
  {
    // The readers of the environment: a service's, a tool's, and each tool's entry, which hands its own down.
    files: [
      'libs/platform/src/context/{config,unknown-settings}.ts',
      'tools/environment.ts',
      'tools/*/main.ts',
      'tools/compose/front/main.ts',
      'vitest.config.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // The engine: its innermost loops hand over rows, quantities and bounds; a record for each step is what they save.
    files: ['libs/matching/src/**/*.ts'],
    rules: { 'max-params': 'off' },
  },
  {
    // Called by Nest's container alone, which goes by type and decorator: nobody counts positions.
    files: [
      ...['notices/send-notices', 'sign-in/session.controller', 'summary/find-summary'].map(
        (file) => `apps/operations-dashboard/src/${file}.ts`,
      ),
      'apps/order-routing/src/intake/drafts/drafts.controller.ts',
      'apps/order-routing/src/runtime/markets.ts',
      'apps/producer-registry/src/producers/producers.controller.ts',
      'libs/platform/src/health/waiting.ts',
    ],
    rules: { 'max-params': 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/test/**/*.ts', 'libs/platform/src/testing/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      // A sample is said in one line; a child gets the environment of its test.
      'max-params': 'off',
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Answers of a service are looked at, not relied on.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        module: 'writable',
        __dirname: 'readonly',
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        globalThis: 'readonly',
      },
    },
  },
);
