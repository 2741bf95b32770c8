import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AllocationState } from '#contracts/allocations.js';
import { Transactions } from '#platform/database/transactions.js';
import { readPdf } from '#platform/testing/read-pdf.js';
import { keepDelivery } from '../src/deliveries/keep-delivery.js';
import { FindReport } from '../src/report/find-report.js';
import { reportPdf } from '../src/report/report-pdf.js';
import { aFullFile, aTerm, move, startAgreements, toPks, walk, type Agreements } from './agreements.js';

let agreements: Agreements;
let id: string;
let term: string;
beforeAll(async () => {
  agreements = await startAgreements();
  id = await aFullFile(agreements);
  await agreements.post(`/${id}/terms`, { terms: [aTerm(), aTerm({ commodity: 'cassava-chips' })] });
  await walk(agreements, id, toPks);
  term = (await agreements.get(`/${id}`)).body.terms[0].id;
});
afterAll(async () => {
  await agreements.stop();
});

function told(allocationId: string, at: string, state: Partial<AllocationState>, version = 2): Promise<void> {
  const allocation = {
    ...{ allocationId, termId: term, orderId: 'O1', unit: 'GRAM', status: 'accepted', unitPrice: 16_500 },
    ...{ quantity: 1_000_500, ...state },
  } as AllocationState;
  return agreements.app.get(Transactions).run((tx) => keepDelivery(tx, allocation, { at: new Date(at), version }));
}

describe('the report of deliveries', () => {
  it('tells quantities, rupiah, deliveries and obstacles of its days', async () => {
    await told('A', '2019-03-04T02:00:00Z', { status: 'dispatched' });
    await told('A', '2019-03-20T02:00:00Z', { accepted: 1_000_500 }, 3);
    // Known already: the older word changes nothing.
    await told('A', '2019-03-04T02:00:00Z', { status: 'dispatched' }, 2);
    await told('B', '2019-03-31T16:59:59Z', {
      status: 'short',
      orderId: 'O2',
      accepted: 999,
      damaged: 1,
      missing: 999_500,
    });
    await told('C', '2019-03-21T02:00:00Z', { status: 'refused-at-arrival', damaged: 1_000_500 });
    await told('D', '2019-03-22T02:00:00Z', { status: 'dispatched', quantity: 7_000 });
    await told('E', '2019-03-31T17:00:00Z', { accepted: 5_000 });
    await told('F', '2019-03-21T02:00:00Z', { accepted: 5_000, termId: 'of another agreement' });
    await move(agreements, id, 'suspended', { remark: 'Kapal berhenti (contoh)' });

    const days = { from: '2019-03-01', to: '2019-03-31' };
    const report = await agreements.app.get(FindReport).run('33.02', id, days);
    expect(report.deliveries).toEqual([
      {
        ...{ termId: term, destination: '82.71', commodity: 'granulated-coconut-sugar', unit: 'GRAM' },
        ...{ orders: 2, deliveries: 4, underWay: 7_000, accepted: 1_001_499 },
        ...{ damaged: 1_000_501, missing: 999_500, refused: 1 },
        // 16,508,250 of one, and of the other 16,483.5: half up, as it is settled.
        amount: 16_508_250 + 16_484,
      },
    ]);
    expect((await agreements.get(`/${id}/report?from=2019-03-01&to=2019-03-31`)).body.deliveries).toHaveLength(1);
    const { text } = readPdf(await reportPdf(report));
    for (const words of [
      '1.001,499 kg',
      'Rp16.524.734',
      '2; 4',
      'rusak 1.000,501 kg, hilang 999,5 kg; 1 kiriman ditolak saat tiba',
      'Kapal berhenti (contoh)',
    ]) {
      expect(text).toContain(words);
    }
  });
});
