import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../system/root.js';

/** A document of one route, whose answer has one property. */
const documentWith = (property: string): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'things', version: '1' },
    paths: {},
    components: { schemas: { Thing: { type: 'object', properties: { [property]: { type: 'string' } } } } },
  });

describe('types of the clients', () => {
  let root: string;
  const at = (...path: string[]): string => join(root, ...path);
  const made = (): string => readFileSync(at('dist/clients/things.d.ts'), 'utf8');
  const make = (): void => {
    execFileSync(process.execPath, [join(ROOT, 'tools/clients.mjs'), root], { stdio: ['ignore', 'ignore', 'inherit'] });
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'serap-clients-'));
    mkdirSync(at('docs/api'), { recursive: true });
    writeFileSync(at('docs/api/things.openapi.json'), documentWith('colour'));
    writeFileSync(at('docs/api/asyncapi.json'), '{}');
    make();
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('are made from each OpenAPI document, and from nothing else', () => {
    expect(made()).toContain('colour?: string;');
    expect(readdirSync(at('dist/clients')).filter((name) => name.endsWith('.d.ts'))).toEqual(['things.d.ts']);
  });

  it('are left alone while the documents are the same', () => {
    const { mtimeMs, ino } = statSync(at('dist/clients/things.d.ts'));
    make();
    expect(statSync(at('dist/clients/things.d.ts'))).toMatchObject({ mtimeMs, ino });
  });

  it('are made anew when a document has changed, and again when they are lost', () => {
    writeFileSync(at('docs/api/things.openapi.json'), documentWith('weight'));
    make();
    expect(made()).toContain('weight?: string;');
    rmSync(at('dist/clients/things.d.ts'));
    make();
    expect(made()).toContain('weight?: string;');
  });

  it('of a document that is gone go too', () => {
    rmSync(at('docs/api/things.openapi.json'));
    make();
    expect(existsSync(at('dist/clients/things.d.ts'))).toBe(false);
  });
});
