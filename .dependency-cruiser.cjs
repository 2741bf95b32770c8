/**
 * The boundaries of docs/decisions and architecture: who may import whom. test/boundaries breaks each rule once, and a
 * test expects exactly those violations: a rule that nobody has seen fail proves nothing.
 */
const app = '^apps/([^/]+)/src';
const routing = '^apps/order-routing/src/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Data walk one way.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-app-imports-another',
      comment: 'Services know each other by events alone.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'domain-decides-alone',
      comment: 'domain/ imports itself, libs/kernel and libs/matching: no Nest, no TypeORM, no contracts.',
      severity: 'error',
      from: { path: `${app}/domain/`, pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^apps/$1/src/domain/', '^libs/(kernel|matching)/', '^(node:)?crypto$'] },
    },
    {
      name: 'ledger-below-all',
      comment: 'Records and what they may become: the kernel, and types of the engine; nothing of how it is decided.',
      severity: 'error',
      from: { path: `${routing}domain/ledger/` },
      to: { pathNot: [`${routing}domain/ledger/`, '^libs/kernel/', '^libs/matching/src/format/(market|result)\\.ts$'] },
    },
    {
      name: 'engine-above-ledger',
      comment: 'What the engine is told and tells: it knows no input and no answer.',
      severity: 'error',
      from: { path: `${routing}domain/engine/` },
      to: { path: `${routing}domain/`, pathNot: `${routing}domain/(ledger|engine)/` },
    },
    {
      name: 'views-above-ledger',
      severity: 'error',
      from: { path: `${routing}domain/views/` },
      to: { path: `${routing}domain/`, pathNot: `${routing}domain/(ledger|views)/` },
    },
    {
      name: 'decisions-do-not-call-each-other',
      comment:
        'What two kinds of input have in common is the ledger’s or the engine’s, or stands in a file of no kind.',
      severity: 'error',
      from: { path: `${routing}domain/decisions/`, pathNot: '/decisions/index\\.ts$' },
      to: {
        path: `${routing}domain/decisions/`,
        pathNot: '/decisions/(decision|refusals|bound-goods|leaving-goods|hold-change)\\.ts$',
      },
    },
    {
      name: 'events-tell-and-do-not-decide',
      comment: 'Pure builders: what changed becomes events.',
      severity: 'error',
      from: { path: `${routing}events/`, pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/', pathNot: `${routing}(events|domain)/` },
    },
    {
      name: 'only-the-owner-saves-a-market',
      severity: 'error',
      from: { path: routing, pathNot: `${routing}(runtime|persistence)/` },
      to: { path: `${routing}persistence/(save-changes|load-market)\\.ts$` },
    },
    {
      name: 'persistence-below-features',
      comment: 'persistence/ maps the domain from outside and knows no feature.',
      severity: 'error',
      from: { path: `${app}/persistence/` },
      to: { path: '^apps/[^/]+/src/', pathNot: '^apps/$1/src/(domain|persistence)/' },
    },
    {
      name: 'doors-do-not-touch-tables',
      comment:
        'A door has the shape of a request; use cases load and save. A projection is nothing but an upsert: its consumer is its use case.',
      severity: 'error',
      from: {
        path: '^apps/.*\\.(controller|consumer|dto)\\.ts$',
        pathNot: '^apps/operations-dashboard/src/projections/',
      },
      to: { path: '(^apps/[^/]+/src/persistence/|node_modules/typeorm/)' },
    },
    {
      name: 'features-are-no-siblings-business',
      comment:
        'A feature imports no sibling feature; a shared rule goes to domain/. runtime/ is where features of routing meet; apps/web has no features.',
      severity: 'error',
      from: {
        path: '^apps/(?!web/)([^/]+)/src/([^/]+)/',
        pathNot: '^apps/[^/]+/src/(domain|persistence|intake|events)/',
      },
      to: {
        path: '^apps/$1/src/[^/]+/',
        pathNot: ['^apps/$1/src/$2/', '^apps/$1/src/(domain|persistence|runtime|events)/'],
      },
    },
    {
      name: 'intake-is-a-door-to-orders',
      comment:
        'Streams, files and the topic place orders through the use case of orders/; nothing else of its siblings.',
      severity: 'error',
      from: { path: '^apps/(?!web/)([^/]+)/src/intake/' },
      to: { path: '^apps/$1/src/[^/]+/', pathNot: '^apps/$1/src/(intake|orders|domain|persistence|runtime|events)/' },
    },
    {
      name: 'pages-know-the-api-and-the-kernel',
      comment:
        'A page knows what an outsider may know, and the words that all use, but not the table of refusals: it would double its script.',
      severity: 'error',
      from: { path: '^apps/web/src/' },
      to: {
        path: '^(apps|libs|tools|node:)|^(crypto|fs|path)$',
        pathNot: [
          '^apps/web/src/',
          '^libs/kernel/src/(?!uuid|domain-error|localized-decimal|quantity|refusals/(?!state-words))',
        ],
      },
    },
    {
      name: 'contracts-stand-alone',
      comment:
        'libs/contracts imports class-validator, and of the kernel the closed lists (states, units, reasons) and how large a part of a message is.',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^libs/contracts/src/',
          '^libs/kernel/src/(states|units|reasons|chunk-size)\\.ts$',
          'node_modules/class-validator/',
        ],
      },
    },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^libs/kernel/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/kernel/src/', '^(node:)?crypto$'] },
    },
    {
      name: 'matching-imports-nothing',
      severity: 'error',
      from: { path: '^libs/matching/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/matching/src/' },
    },
    {
      name: 'verifier-shares-no-code-with-solver',
      comment: 'A proof that uses the code it proves is none. The format of market and result is all they share.',
      severity: 'error',
      from: { path: '^libs/matching/src/verify/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/matching/src/', pathNot: '^libs/matching/src/(verify/|format/(market|result)\\.ts$)' },
    },
    {
      name: 'postgres-imports-nothing',
      comment: 'How PostgreSQL is reached, and when it is away.',
      severity: 'error',
      from: { path: '^libs/postgres/src/' },
      to: { path: '^libs/', pathNot: '^libs/(postgres|kernel)/src/' },
    },
    {
      name: 'event-log-without-nest',
      comment: 'The port, and both logs behind it: usable by whoever writes no Nest.',
      severity: 'error',
      from: { path: '^libs/event-log/src/' },
      to: {
        path: '(^libs/|node_modules/(@nestjs|typeorm)/)',
        pathNot: '^libs/(event-log|postgres|contracts|kernel)/src/',
      },
    },
    {
      name: 'platform-in-layers',
      comment:
        'context, access, database, http, consuming, audit, dead-letters, health, boot: each imports what stands before it.',
      severity: 'error',
      from: { path: '^libs/platform/src/(context|access|database|http|consuming|audit|dead-letters|health)/' },
      to: { path: '^libs/platform/src/boot/' },
    },
    {
      name: 'files-above-platform',
      severity: 'error',
      from: { path: '^libs/(platform|event-log|postgres|kernel|contracts|matching)/src/' },
      to: { path: '^libs/files/' },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/', pathNot: '/test/' },
      to: { path: '^(apps|tools)/' },
    },
    {
      name: 'kafkajs-in-one-file',
      severity: 'error',
      from: {
        pathNot: ['^libs/event-log/src/kafka/kafka-client\\.ts$', '^tools/kafka/', '^examples/', '/test/'],
      },
      to: { path: 'node_modules/kafkajs/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    webpackConfig: { fileName: `${__dirname}/tools/boundaries/resolve.cjs` },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.serap)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
