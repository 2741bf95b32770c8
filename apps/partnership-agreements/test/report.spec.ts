import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Transactions } from '#platform/database/transactions.js';
import { keepQuota } from '../src/quota/keep-quota.js';
import { FindReport } from '../src/report/find-report.js';
import { reportPdf } from '../src/report/report-pdf.js';
import { aFullFile, anAgreement, aTerm, startAgreements, toPks, walk, type Agreements } from './agreements.js';
import { readPdf } from '#platform/testing/read-pdf.js';

let agreements: Agreements;
let id: string;
beforeAll(async () => {
  agreements = await startAgreements();
  id = await aFullFile(agreements, { title: 'Gula semut → Ternate', originNumber: '119/12/2019' });
  await agreements.post(`/${id}/terms`, { terms: [aTerm(), aTerm({ commodity: 'cassava-chips', quota: 500 })] });
  await walk(agreements, id, toPks);
  const { terms } = (await agreements.get(`/${id}`)).body;
  for (const [index, period, consumed] of [
    [0, '2019-02-28', 100_000],
    [0, '2019-03-04', 3_500_000],
    [0, '2019-03-05', 1_000_500],
    [1, '2019-03-04', 500],
  ] as const) {
    await spend(terms[index], period, consumed);
  }
  const addendum = { number: '3/2019', sha256: 'a'.repeat(64), terms: [aTerm({ quota: 4_000_000, paymentDays: 45 })] };
  agreements.setClock('2019-03-06T02:00:00Z');
  await agreements.post(`/${id}/addenda`, addendum);
  const filing = { kind: 'copy-sent', agendaNumber: '120/KS/2019', date: '2019-03-05', note: 'Kepada gubernur' };
  await agreements.post(`/${id}/filings`, filing);
  const handedIn = { dueOn: '2019-08-31', submittedOn: '2019-03-06', number: '700/2019', sha256: 'c'.repeat(64) };
  await agreements.post(`/${id}/reports`, handedIn);
});
afterAll(async () => {
  await agreements.stop();
});

function spend(term: { id: string; quota: number }, period: string, consumed: number): Promise<void> {
  const cell = { termId: term.id, agreementId: id, origin: '33.02', period, capacity: term.quota, consumed };
  return agreements.app.get(Transactions).run((tx) => keepQuota(tx, cell, 1));
}

const march = 'from=2019-03-01&to=2019-03-31';

async function pdf(path: string) {
  const token = await agreements.issuer.token(['agreement-officer'], '33.02');
  const answer = await fetch(`${agreements.url}/api/agreements/${path}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('the periodic report', () => {
  it('tells how much of each quota was used in its days, also of rows that an addendum took away', async () => {
    const { status, body } = await agreements.get(`/${id}/report?${march}`);
    expect(status).toBe(200);
    expect(body.quota).toEqual([
      expect.objectContaining({
        term: expect.objectContaining({ commodity: 'cassava-chips' }),
        consumed: 500,
        periods: [{ period: '2019-03-04', capacity: 500, consumed: 500 }],
      }),
      expect.objectContaining({
        term: expect.objectContaining({ commodity: 'granulated-coconut-sugar', quota: 4_000_000 }),
        consumed: 4_500_500,
      }),
    ]);
    expect(body.agreement).toMatchObject({ edition: 2, effectiveFrom: '2019-03-01', effectiveTo: '2019-12-31' });
    expect(body.addenda).toEqual([
      expect.objectContaining({ edition: 2, number: '3/2019', effectiveTo: '2019-12-31' }),
    ]);
    expect(body.documents.map(({ kind }: { kind: string }) => kind)).toContain('addendum');
    expect(body.signatories).toHaveLength(2);
  });

  it('knows nothing of what came after its last day', async () => {
    const { body } = await agreements.get(`/${id}/report?from=2019-03-01&to=2019-03-05`);
    expect(body.addenda).toEqual([]);
    expect([body.filings, body.submitted]).toEqual([[], []]);
    expect(body.stages.map(({ stage }: { stage: string }) => stage)).not.toContain('addendum');
    expect(body.quota.find(({ term }: any) => term.commodity.startsWith('gran')).term.quota).toBe(3_500_000);
  });

  it('is a PDF in Indonesian with the same figures', async () => {
    const { answer, bytes } = await pdf(`${id}/report?${march}&format=pdf`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toContain('laporan-2019-03-01-2019-03-31.pdf');
    const { text, pages } = readPdf(bytes);
    expect(pages).toBeGreaterThan(0);
    for (const words of [
      'Periode 1 Maret 2019 s.d. 31 Maret 2019',
      'Gula semut ? Ternate',
      '119/12/2019',
      'Penandatanganan PKS',
      'Surat kuasa 12/2019',
      'Dicatat setelah ditandatangani (contoh)',
      'a'.repeat(32),
      '4.500,5 kg',
      '1.000,5 kg',
      '45 hari',
      '30 hari',
      '120/KS/2019',
      'Penyampaian salinan',
      '31 Agustus 2019',
      '700/2019',
      '100 %',
      `Halaman ${String(pages)} dari ${String(pages)}`,
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('28 Februari');
  });

  it('gives the same bytes for the same report', async () => {
    const report = await agreements.app.get(FindReport).run('33.02', id, { from: '2019-03-01', to: '2019-03-31' });
    expect((await reportPdf(report)).equals(await reportPdf(report))).toBe(true);
  });

  it('goes over pages for a year of days, fast enough to wait for', async () => {
    const { terms } = (await agreements.get(`/${id}`)).body;
    for (let day = 0; day < 300; day += 1) {
      const period = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
      await spend(terms[0], period, 1_000 + day);
    }
    const { bytes } = await pdf(`${id}/report?from=2020-01-01&to=2020-12-31&format=pdf`);
    const { text, pages } = readPdf(bytes);
    expect(pages).toBeGreaterThan(5);
    expect(text).toContain('26 Oktober 2020');
    expect(text).toContain(`Halaman ${String(pages)} dari ${String(pages)}`);
  });

  it('is there before anything is signed, and says that nothing is', async () => {
    const { body } = await agreements.post('', anAgreement());
    const { bytes } = await pdf(`${body.id}/report?${march}&format=pdf`);
    expect(readPdf(bytes).text).toContain('belum berlaku');
    expect(readPdf(bytes).text).toContain('Tidak ada.');
  });

  it.each([
    ['no days', '', '/from'],
    ['days that do not exist', 'from=2019-02-29&to=2019-03-01', '/from'],
    ['an end before its start', 'from=2019-03-02&to=2019-03-01', '/to'],
    ['more than a year', 'from=2019-01-01&to=2020-01-02', '/to'],
    ['another format', `${march}&format=docx`, '/format'],
    ['another field', `${march}&region=73`, '/region'],
  ])('is refused with %s', async (_, query, pointer) => {
    const answer = await agreements.get(`/${id}/report?${query}`);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('is read by the parties and not there for others', async () => {
    expect((await agreements.get(`/${id}/report?${march}`, { region: '82.71' })).status).toBe(200);
    expect((await agreements.get(`/${id}/report?${march}`, { region: '73' })).status).toBe(404);
  });
});
