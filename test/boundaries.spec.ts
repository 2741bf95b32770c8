import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: { readonly violations: Violation[] };
}

const cruiser = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const config = join(process.cwd(), '.dependency-cruiser.cjs');

function cruise(cwd: string, folders: string[]): Cruise {
  const { stdout } = spawnSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', ...folders], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Cruise;
}

/** Pairs of folders that lie beside each other in one package and import each other, be it types alone. */
function folderCircles({ modules }: Cruise): string[] {
  const arrows = new Set<string>();
  for (const { source, dependencies } of modules) {
    if (/\.spec\.ts$|\/test\//.test(source)) continue;
    for (const { resolved } of dependencies) {
      const [from, to] = [source.split('/'), resolved.split('/')];
      let depth = 0;
      while (from[depth] === to[depth] && depth < Math.min(from.length, to.length)) depth += 1;
      const isBeside = from.length > depth + 1 && to.length > depth + 1;
      if (depth >= 1 && isBeside) arrows.add([from.slice(0, depth).join('/'), from[depth], to[depth]].join(' '));
    }
  }
  return [...arrows].filter((arrow) => {
    const [parent = '', one = '', other = ''] = arrow.split(' ');
    return one < other && arrows.has(`${parent} ${other} ${one}`);
  });
}

describe('boundaries', () => {
  it('catches each rule broken once, and nothing else', () => {
    const { forbidden } = createRequire(import.meta.url)(config) as { forbidden: { name: string }[] };
    const found = cruise(join(process.cwd(), 'test/boundaries'), ['apps', 'libs']).summary.violations;
    const byRule = found.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
    expect(byRule).toEqual([
      'contracts-stand-alone: libs/contracts/src/event.ts',
      'decisions-do-not-call-each-other: apps/order-routing/src/domain/decisions/cancel.ts',
      'domain-decides-alone: apps/one/src/domain/rule.ts',
      'doors-do-not-touch-tables: apps/one/src/orders/orders.controller.ts',
      'engine-above-ledger: apps/order-routing/src/domain/engine/told.ts',
      'event-log-without-nest: libs/event-log/src/log.ts',
      'events-tell-and-do-not-decide: apps/order-routing/src/events/event.ts',
      'features-are-no-siblings-business: apps/one/src/orders/place.ts',
      'files-above-platform: libs/platform/src/http/create-app.ts',
      'intake-is-a-door-to-orders: apps/one/src/intake/upload.ts',
      'kafkajs-in-one-file: apps/one/src/supply/supply.ts',
      'kernel-imports-nothing: libs/kernel/src/word.ts',
      'ledger-below-all: apps/order-routing/src/domain/ledger/lot.ts',
      'libs-know-no-app: libs/platform/src/boot.ts',
      'matching-imports-nothing: libs/matching/src/solve.ts',
      'no-app-imports-another: apps/one/src/shipments/ship.ts',
      'no-cycles: apps/one/src/domain/ring-a.ts',
      'only-the-owner-saves-a-market: apps/order-routing/src/orders/orders.ts',
      'pages-know-the-api-and-the-kernel: apps/web/src/page.ts',
      'persistence-below-features: apps/one/src/persistence/tables.ts',
      'platform-in-layers: libs/platform/src/context/acting.ts',
      'postgres-imports-nothing: libs/postgres/src/address.ts',
      'verifier-shares-no-code-with-solver: libs/matching/src/verify/verify.ts',
      'views-above-ledger: apps/order-routing/src/domain/views/answer.ts',
    ]);
    expect(new Set(found.map(({ rule }) => rule.name))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });

  it('see two folders that import each other', () => {
    expect(folderCircles(cruise(join(process.cwd(), 'test/boundaries'), ['apps', 'libs']))).toEqual([
      'libs/platform/src audit health',
    ]);
  });

  it('are kept by the product itself', () => {
    const root = execFileSync('git', ['rev-parse', '--show-toplevel'], { encoding: 'utf8' }).trim();
    const product = cruise(root, ['apps', 'libs', 'tools']);
    const known = product.modules.find(({ source }) => source === 'apps/operations-dashboard/src/domain/reasons.ts');
    // A library goes by `#kernel/...`: where that led to dist/, no rule saw it.
    expect(known?.dependencies.map(({ resolved }) => resolved)).toContain('libs/kernel/src/reasons.ts');
    expect(product.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
    expect(folderCircles(product)).toEqual([]);
  });
});
