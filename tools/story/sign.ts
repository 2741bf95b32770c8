import { documentOf, loadAgreements } from '../sample/load-agreements.js';
import type { SampleInput } from '../sample/sample-input.js';
import { Client } from '../system/client.js';
import { waitUntilQuiet } from '../system/quiet.js';
import { kilograms, sumOf, type Cast, type Storyteller } from './chapter.js';

const BANYUMAS = '33.02';

export interface Agreement {
  readonly id: string;
  readonly partner: string;
  readonly stage: string;
}

/** Takes three agreements through the law's stages; one of them through the council (DPRD) too. */
export async function sign(cast: Cast, { system, tell }: Storyteller, sample: SampleInput): Promise<Agreement[]> {
  const officer = new Client(system, 'agreement-officer', BANYUMAS);
  await loadAgreements(officer, sample, () => undefined);
  await waitUntilQuiet(system);
  const { items } = await cast.agreements.get<{ items: Agreement[] }>('/api/agreements');
  const quota = sumOf(sample.partners, ({ terms }) => sumOf(terms, (term) => term.quota));
  tell(
    `${String(items.filter(({ stage }) => stage === 'in-force').length)} agreements (PKS) are in force after ` +
      `${String(items.length)} joint agreements, one of them approved by the council: ${kilograms(quota)} a day may be traded.`,
  );
  return items;
}

/** An addendum that only raises a partner's daily quota. */
export async function raiseQuota(
  cast: Cast,
  { system, tell }: Storyteller,
  { id, partner }: Agreement,
  { quota, sample: { partners } }: { readonly quota: number; readonly sample: SampleInput },
): Promise<void> {
  const terms = partners.find(({ code }) => code === partner)?.terms ?? [];
  const { edition } = await cast.agreements.post<{ edition: number }>(
    `/api/agreements/${id}/addenda`,
    {
      number: `A-${partner} (contoh)`,
      sha256: documentOf('addendum', partner).sha256,
      terms: terms.map((term) => ({ ...term, quota, period: 'day', minimumLot: 0 })),
    },
    `story-addendum-${partner}`,
  );
  await waitUntilQuiet(system);
  tell(`An addendum (edition ${String(edition)}) raises the quota of ${partner} to ${kilograms(quota)} a day.`);
}

export async function terminate(cast: Cast, { system, tell }: Storyteller, agreement: Agreement): Promise<void> {
  await cast.agreements.post(
    `/api/agreements/${agreement.id}/stages`,
    { stage: 'terminated', remark: 'Kedua pihak sepakat mengakhiri (contoh).' },
    `story-terminate-${agreement.partner}`,
  );
  await waitUntilQuiet(system);
  tell(`The agreement with ${agreement.partner} is terminated, by both sides.`);
}
