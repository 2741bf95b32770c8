/** A part of the tests with a time budget. A suite over its budget is reported, not failed: these machines are shared. */
export interface Suite {
  readonly name: string;
  readonly budgetSeconds: number;
  /** Commands with their arguments, to run side by side; or what the paths of its files match. */
  readonly commands?: readonly (readonly string[])[];
  readonly files?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Files `*.long.spec.ts` lie beside what they test, and are run by `npm run test:full`. */
const LONG = '\\.long\\.spec';
const short = (folders: string): string => `(${folders})(?!.*${LONG})`;

const npmRun = (script: string): readonly string[] => ['npm', 'run', '--silent', script];

export const SUITES: readonly Suite[] = [
  { name: 'check', budgetSeconds: 120, commands: [npmRun('check:lint'), npmRun('check:rest')] },
  {
    name: 'kernel, contracts, platform',
    budgetSeconds: 60,
    files: ['libs/kernel', 'libs/contracts', 'libs/files', 'libs/platform/(src|test/(?!consuming))'],
  },
  {
    name: 'messaging (both logs)',
    budgetSeconds: 120,
    files: [short('libs/event-log|libs/postgres|libs/platform/test/consuming|tools/kafka')],
  },
  {
    name: 'matching, tools',
    budgetSeconds: 100,
    files: ['libs/matching', 'tools/(cli|compose|fixture|postgres|structure|system|test-runner)'],
  },
  { name: 'services', budgetSeconds: 180, files: [short('/apps/(?!web/)'), 'tools/sample'] },
  { name: 'ten situations', budgetSeconds: 60, files: ['test/situations'] },
  {
    name: 'deployment, descriptions, pages',
    budgetSeconds: 90,
    files: [
      'test/(boundaries|deployment|docs|backup|habits|refusals).spec',
      'apps/web',
      'tools/(asyncapi|configuration|describe|errors|openapi)',
    ],
  },
  { name: 'requests by the documents', budgetSeconds: 120, files: ['test/requests'] },
  { name: 'whole system', budgetSeconds: 240, files: [short('test/system')] },
];

/** The long ones, of `npm run test:full`: more seeds of what the others test, every planted bug, random kills, all on Kafka. */
export const LONG_SUITES: readonly Suite[] = [
  {
    name: 'markets, three times as many',
    budgetSeconds: 600,
    files: ['libs/matching', 'order-routing/(src/domain/always-true|test/gains-carried-out)'],
    env: { SERAP_MARKETS_TIMES: '3' },
  },
  {
    name: 'random offices, a thousand',
    budgetSeconds: 600,
    files: ['order-routing/test/office'],
    env: { SERAP_OFFICES: '1000' },
  },
  { name: 'planted bugs', budgetSeconds: 180, commands: [npmRun('mutants')] },
  {
    name: 'requests by the documents',
    budgetSeconds: 300,
    files: ['test/requests/requests'],
    env: { SERAP_REQUESTS: '10000', SERAP_REQUESTS_SEED: '7' },
  },
  { name: 'services and system, what takes long', budgetSeconds: 240, files: [LONG] },
  { name: 'kills, restarts, upgrades, Kafka', budgetSeconds: 1_200, files: ['test/long'] },
  { name: 'Keycloak', budgetSeconds: 240, files: ['tools/keycloak'] },
  { name: 'compose and Kubernetes, by the guide', budgetSeconds: 480, files: ['test/compose'] },
];

/**
 * What takes hours, of `npm run prove`: the same as the long ones with many more seeds, each leg at most an hour. A leg is
 * chosen by a word of its name: `npm run prove -- markets`.
 */
export const PROOFS: readonly Suite[] = [
  {
    name: 'markets, thirty times as many',
    budgetSeconds: 3_600,
    files: ['libs/matching', 'order-routing/(src/domain/always-true|test/gains-carried-out)'],
    env: { SERAP_MARKETS_TIMES: '30' },
  },
  {
    name: 'requests, two hundred thousand',
    budgetSeconds: 3_000,
    files: ['test/requests/requests'],
    env: { SERAP_REQUESTS: '200000', SERAP_REQUESTS_SEED: '11' },
  },
  {
    name: 'kills, many seeds',
    budgetSeconds: 3_000,
    files: ['test/long/kills'],
    env: { SERAP_KILL_SEEDS: '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16' },
  },
  {
    name: 'old beside new, on both logs',
    budgetSeconds: 1_800,
    files: ['test/long/side-by-side'],
    env: { SERAP_LOGS: 'both' },
  },
];
