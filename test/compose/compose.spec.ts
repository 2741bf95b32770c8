import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromium, type Browser, type Page } from 'playwright-core';
import { addDays, localDateAt } from '#kernel/local-date.js';
import { composeAvailability } from '../../tools/compose/availability.js';
import { containerOf } from '../../tools/compose/containers/container.js';
import { volumeFolder } from '../../tools/compose/containers/mounts.js';
import { runningPid } from '../../tools/compose/containers/process-file.js';
import { machineTokens } from '../../tools/sample/index.js';
import { describeWhere } from '../../tools/java/test/describe-where.js';
import { SERVICES } from '#contracts/topics.js';
import { Client, type OrderView } from '../../tools/system/client.js';
import { auditOf } from './audit.js';
import { FreshFolder } from './fresh-folder.js';
import { blocksOf } from './guide.js';
import { rotateKeys, signIn } from './people.js';

const URL = 'http://localhost:8080';
/** Grams: what may be sold of the sample since food of micro makers has to be halal, 17 October 2026. */
const HALAL = 6_000_000;
const SUGAR = 'granulated-coconut-sugar';
const CHROMIUM = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] };
const SITI = ['siti', 'Ganti-Sandi-Ini-1'] as const;

/** Waits until what has to arrive through the log is there. */
async function seen<T>(look: () => Promise<T>, wanted: T): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && (await look()) !== wanted) await sleep(250);
  expect(await look()).toBe(wanted);
}

interface Page1<T> {
  readonly items: readonly T[];
}

describeWhere(composeAvailability(), 'a stranger with the guide and an empty folder', () => {
  const folder = new FreshFolder();
  let browser: Browser | undefined;
  let page: Page;
  const errors: string[] = [];
  let client: (role: 'operations' | 'partner-intake' | 'registry-officer', region: string) => Client;

  beforeAll(async () => {
    // The words below the block: 300 producers are enough here.
    for (const block of blocksOf(folder.checkout, 'On one machine', 'sh')) {
      folder.must(block.replace(/(run --rm sample)$/m, '$1 --size small'));
    }
    const token = machineTokens(`${URL}/realms/serap`, folder.project.env['SERAP_MACHINE_CLIENT_SECRET'] ?? '');
    client = (role, region) => new Client({ url: URL, token }, role, region);
    browser = await chromium.launch(CHROMIUM);
    page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    page.on('pageerror', (error) => errors.push(String(error)));
  }, 900_000);

  afterAll(async () => {
    await browser?.close();
    folder.remove();
  });

  const sugarOf = async (what: 'promised' | 'allocated'): Promise<number> => {
    const { items } = await client('operations', '33.02').get<Page1<OrderView>>('/api/orders?limit=500');
    const lines = items.flatMap((order) => order.lines).filter(({ commodity }) => commodity === SUGAR);
    return lines.reduce((total, line) => total + line[what], 0);
  };

  it('has every service healthy', () => {
    const shown = folder.must('docker compose ps');
    for (const name of [...SERVICES, 'postgres', 'kafka', 'keycloak']) {
      expect(shown).toMatch(new RegExp(`^${name} +Up \\(healthy\\)$`, 'm'));
    }
  });

  it.each(SERVICES)('runs %s as a plain user without rights, on a tree that it cannot write to', async (name) => {
    const { pidFile } = await containerOf(folder.project, name);
    const status = readFileSync(`/proc/${String(runningPid(pidFile))}/status`, 'utf8');
    for (const line of [/^Uid:\t1000\t1000\t1000\t1000$/m, /^Cap(Eff|Bnd):\t0+$/m, /^NoNewPrivs:\t1$/m]) {
      expect(status).toMatch(line);
    }
    const written = (file: string) => folder.sh(`docker compose exec --no-TTY ${name} touch ${file}`);
    for (const file of ['/app/x', '/x', '/var/x']) expect(written(file).output).toContain('Read-only file system');
    expect(written('/tmp/x').status).toBe(0);
  });

  it('keeps the log of Kafka on its volume, by the configuration that its own start-up code has written', () => {
    const written = folder.must('docker compose exec --no-TTY kafka cat /opt/kafka/config/final/server.properties');
    expect(written).toMatch(/^log\.dirs=\/var\/lib\/kafka\/data$/m);
    expect(readdirSync(volumeFolder(folder.project.home, 'kafka'))).toContain('meta.properties');
  });

  it('shows how the machines fare to nobody outside', async () => {
    for (const path of ['/metrics', '/readyz', '/livez', '/version']) {
      expect((await fetch(`${URL}${path}`)).status).toBe(404);
    }
  });

  it("promises and binds the sample's halal sugar, and says what the rest lacks by today's law", async () => {
    // The last statements of stock may still be on their way when `sample` has placed its orders.
    await seen(() => sugarOf('promised'), HALAL);
    await client('operations', '33.02').post('/api/orders/runs', { origin: '33.02' }, 'compose-run');
    expect(await sugarOf('allocated')).toBe(HALAL);
    const { items } = await client('operations', '33.02').get<Page1<OrderView>>('/api/orders?limit=500');
    const lacking = items.flatMap(({ lines }) => lines).filter(({ commodity }) => commodity === SUGAR);
    const reasons = lacking.flatMap(({ unfilled }) =>
      unfilled.map(({ code, binding }) => [code, ...binding].join(' ')),
    );
    expect(reasons.filter((reason) => /^CERTIFICATE_MISSING .*HALAL/.test(reason))).not.toEqual([]);
  });

  it('takes a file from siti, who was made by hand and has signed in', async () => {
    const { items } = await client('registry-officer', '33.02').get<Page1<{ reference: string }>>(
      '/api/registry/producers?limit=1',
    );
    await signIn(page, URL, ...SITI);
    const uploads = page.locator('section[aria-labelledby="uploads"]');
    await uploads.getByLabel('Isi berkas').selectOption({ label: 'Pembinaan' });
    const file = `nomor produsen;jenis;tanggal\n${items[0]?.reference ?? ''};sertifikasi;03/03/2019\n`;
    await uploads
      .getByLabel('Pilih berkas')
      .setInputFiles({ name: 'pembinaan.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    await uploads.getByRole('button', { name: 'Kirim 1 baris' }).click();
    await uploads.getByText('Selesai: 1 baris tercatat, 0 sudah ada, 0 ditolak.').waitFor();
  });

  it('has everything again after all of it was restarted, each process ending within its grace period', async () => {
    folder.must('docker compose stop');
    folder.must('docker compose up --detach --wait');
    expect(await sugarOf('allocated')).toBe(HALAL);
    const { items } = await client('registry-officer', '33.02').get<Page1<object>>('/api/registry/coaching');
    expect(items).toHaveLength(1);
    const placed = await client('partner-intake', '73').post<OrderView>('/api/orders', {
      buyer: { name: 'Pembeli sesudah mulai lagi (contoh)' },
      lines: [
        { commodity: 'cassava-chips', quantity: 2, unit: 'kg', needBy: addDays(localDateAt(new Date(), '73'), 30) },
      ],
    });
    const shown = async (): Promise<boolean> =>
      (await client('operations', '33.02').get<Page1<{ id: string }>>('/api/operations/orders?limit=500')).items.some(
        ({ id }) => id === placed.id,
      );
    await seen(shown, true);
    await page.goto(`${URL}/registri`);
    await page.locator('section[aria-labelledby="uploads"]').waitFor();
  }, 400_000);

  it('lets siti in again after the keys of Keycloak were rotated', async () => {
    await page.getByRole('button', { name: 'keluar' }).click();
    await page.getByRole('link', { name: 'Masuk', exact: true }).waitFor();
    await rotateKeys(folder.project);
    await signIn(page, URL, ...SITI);
    await page.locator('section[aria-labelledby="uploads"]').waitFor();
    expect(errors).toEqual([]);
  });

  it('has kept every invariant', () => {
    expect(auditOf(folder.project)).toEqual([]);
  });

  it('refuses in words what stands for docker here and does not know', () => {
    expect(folder.sh('docker compose pull')).toMatchObject({ status: 1, output: /"docker compose pull" is not known/ });
  });
});
