/** One project for every suite; the runner in tools/test picks suites by folder. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,libs,tools,test}/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.serap/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    '^#(contracts|event-log|files|kernel|matching|platform|postgres)/(.*)\\.js$': '<rootDir>/libs/$1/src/$2',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/global-setup.js',
  globalTeardown: '<rootDir>/test/global-teardown.js',
  // For what hangs, not for what is slow: a test of some seconds also ends on a machine that does much else. Long runs do
  // more of the same.
  testTimeout: 240_000 * Number(process.env['SERAP_MARKETS_TIMES'] ?? 1),
};
