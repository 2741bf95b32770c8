import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, type Browser } from 'playwright-core';
import { loadSample, sampleInput } from '../../tools/sample/index.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import { startOfDay } from '../../tools/system/start-of-day.js';
import { startSystem, type System } from '../../tools/system/system.js';
import type { OnPages } from './on-pages.js';
import { signIn } from './sign-in.js';

const CHROMIUM = '/usr/bin/chromium';

/** Walks over the pages of a system with a day's goods in it, one after the other: what one did the next one finds. */
export function describeOnPages(title: string, walks: readonly ((on: () => OnPages) => void)[]): void {
  if (!existsSync(CHROMIUM)) {
    console.warn(`NOT RUN: ${title}; missing: ${CHROMIUM}`);
    describe(title, () => {
      it('is not run without Chromium, which fails in CI', () => {
        expect(process.env['CI']).not.toBe('true');
      });
    });
    return;
  }
  describe(title, () => {
    let home: string;
    let system: System;
    let browser: Browser;
    const errors: string[] = [];

    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), 'serap-pages-'));
      await chmod(home, 0o755);
      system = await startSystem({ home, log: 'postgres', durable: false });
      const sample = sampleInput('in-force', { size: 'small', goods: 'sugar' });
      await startOfDay(system, sample.day);
      await loadSample(
        { registryUrl: system.url, agreementsUrl: system.url, token: system.token.bind(system) },
        sample,
      );
      await waitUntilQuiet(system);
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    });

    afterAll(async () => {
      await browser.close();
      await system.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    });

    const on = (): OnPages => ({
      system,
      as: async (name, path) => {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
        context.on('weberror', (error) => errors.push(String(error.error())));
        const page = await context.newPage();
        await signIn(page, `${system.url}${path}`, name);
        return page;
      },
    });

    for (const walk of walks) walk(on);

    it('throws nothing', () => {
      expect(errors).toEqual([]);
    });
  });
}
