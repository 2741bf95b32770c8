import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import pg from 'pg';
import { SERVICES, type ServiceName } from '#contracts/topics.js';
import type { System } from '../../tools/system/system.js';
import { signIn } from './sign-in.js';

interface Running {
  readonly browser: Browser;
  readonly system: System;
  /** Whatever a page throws. */
  readonly errors: string[];
}

const NOWHERE = 'serap.nowhere.v1';
/** The page asks every 10 s, and when it is loaded. */
const SEEN = { timeout: 30_000 };

/** What each service says of itself, on the page of whoever looks after the installation. */
export function describeServices(running: () => Running): void {
  describe('of whoever looks after the installation', () => {
    let page: Page;
    const row = (service: ServiceName): Locator => page.locator('.services > ul > li', { hasText: service });

    const summary = (text: string) => page.locator('.services > p', { hasText: text });

    async function change(service: ServiceName, sql: string): Promise<void> {
      const client = new pg.Client({ connectionString: running().system.addresses.databases[service] });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    }

    async function changeAndLoad(service: ServiceName, sql: string): Promise<void> {
      await change(service, sql);
      await page.reload();
    }

    beforeAll(async () => {
      const { browser, system, errors } = running();
      const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
      context.on('weberror', (error) => errors.push(String(error.error())));
      page = await context.newPage();
      await signIn(page, system.url, 'Pengelola sistem Serap');
    });
    afterAll(() => page.context().close());

    it('says of each service that nothing waits there, and of all that nothing stands still', async () => {
      for (const service of SERVICES) await row(service).getByText('semua peristiwanya sudah terkirim').waitFor(SEEN);
      await summary('Tidak ada yang tertahan.').waitFor(SEEN);
    }, 60_000);

    it('says which event a service cannot publish, and since when, though no event can tell it', async () => {
      await changeAndLoad(
        'producer-registry',
        `INSERT INTO outbox (event_id, topic, key, headers, body, written_at)
         VALUES (gen_random_uuid(), '${NOWHERE}', 'k', '{"ce_type": "serap.lot.opened.v1"}', '{}', now() - interval '10 minutes')`,
      );
      const stuck = row('producer-registry');
      await stuck.getByText(/1 peristiwa menunggu dikirim, yang tertua sejak 6\d\d detik lalu/).waitFor(SEEN);
      await stuck.getByText(`Yang pertama: serap.lot.opened.v1, untuk ${NOWHERE}.`).waitFor();
      expect(await stuck.getAttribute('class')).toContain('unsold');
      await summary('Tidak semuanya berjalan: producer-registry.').waitFor();
      await page.getByRole('button', { name: 'English', exact: true }).click();
      await stuck.getByText('1 events wait to go out').waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: 'Bahasa Indonesia', exact: true }).click();
      await changeAndLoad('producer-registry', `DELETE FROM outbox WHERE topic = '${NOWHERE}'`);
      await stuck.getByText('semua peristiwanya sudah terkirim').waitFor(SEEN);
    }, 90_000);

    it('says what stands still in a service, and why', async () => {
      const place = `(topic, partition) = ('serap.surplus.v1', 3)`;
      await changeAndLoad(
        'order-routing',
        `UPDATE checkpoint SET still_id = gen_random_uuid(), still_since = now(), still_reason = 'kenapa' WHERE ${place}`,
      );
      await row('order-routing').getByText('serap.surplus.v1/3 tertahan sejak').waitFor(SEEN);
      await row('order-routing').getByText('kenapa').waitFor();
      await changeAndLoad(
        'order-routing',
        `UPDATE checkpoint SET still_id = NULL, still_since = NULL, still_reason = NULL WHERE ${place}`,
      );
      await row('order-routing')
        .getByText('tertahan')
        .waitFor({ state: 'detached', ...SEEN });
    }, 90_000);

    it('says of a service that is away that it is silent, and goes on telling of the others', async () => {
      const agreements = running().system.services['partnership-agreements'];
      await agreements.kill();
      await row('partnership-agreements').getByText('tidak memberi tahu apa yang menunggu').waitFor(SEEN);
      for (const service of SERVICES.filter((name) => name !== 'partnership-agreements')) {
        await row(service).getByText('semua peristiwanya sudah terkirim').waitFor(SEEN);
      }
      await agreements.start();
      await row('partnership-agreements').getByText('semua peristiwanya sudah terkirim').waitFor(SEEN);
      expect(running().errors).toEqual([]);
    }, 90_000);
  });
}
