import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrationLists } from '../migration-lists.js';

it('the lists of migrations are written as their folders are: run npm run describe', () => {
  const lists = migrationLists(process.cwd());
  expect(lists.map(({ file }) => file.split('/')[1])).toEqual([
    'operations-dashboard',
    'order-routing',
    'partnership-agreements',
    'producer-registry',
  ]);
  for (const { file, text } of lists) expect([file, readFileSync(file, 'utf8')]).toEqual([file, text]);
});

it('a file without a migration is refused by its name', () => {
  const root = mkdtempSync(join(tmpdir(), 'serap-migrations-'));
  try {
    const folder = join(root, 'apps/shop/src/persistence/migrations');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '0001-first.ts'), 'export class First1764000000000 implements X {}\n');
    writeFileSync(join(folder, 'first-schema.ts'), 'export const SQL = 1;\n');
    expect(migrationLists(root).map(({ text }) => text)).toEqual([
      expect.stringContaining("import { First1764000000000 } from './0001-first.js';\n\nexport const MIGRATIONS"),
    ]);
    writeFileSync(join(folder, '0002-second.ts'), 'export class Second implements X {}\n');
    expect(() => migrationLists(root)).toThrow('0002-second.ts');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
