import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const libs = join(import.meta.dirname, 'libs');

/** Which files run is said by tools/test-runner/suites.ts; here, how. Why so: docs/decisions/0049. */
export default defineConfig({
  resolve: {
    alias: [
      {
        find: /^#(contracts|event-log|files|kernel|matching|platform|postgres)\/(.*)\.js$/,
        replacement: join(libs, '$1/src/$2.ts'),
      },
    ],
  },
  test: {
    include: ['{apps,libs,tools,test}/**/*.spec.ts'],
    globalSetup: 'test/global-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    // A process reads Nest, TypeORM and the product once, not once a file.
    isolate: false,
    disableConsoleIntercept: true,
    // A line a file, and its tests only where they fail.
    slowTestThreshold: 60_000,
    // For what hangs, not for what is slow: a test of some seconds also ends on a machine that does much else. Long runs
    // do more of the same.
    testTimeout: 240_000 * Number(process.env['SERAP_MARKETS_TIMES'] ?? 1),
    hookTimeout: 240_000 * Number(process.env['SERAP_MARKETS_TIMES'] ?? 1),
  },
});
