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
  const items = await agreementsOf(cast);
  const quota = sumOf(sample.partners, ({ terms }) => sumOf(terms, (term) => term.quota));
  tell(
    `${String(items.filter(({ stage }) => stage === 'in-force').length)} agreements (PKS) are in force after ` +
      `${String(items.length)} joint agreements, one of them approved by the council: ${kilograms(quota)} a day may be traded.`,
  );
  return items;
}

/**
 * A second agreement with a partner of which there is one already, for the same goods: a line draws on both.
 *
 * @param row its daily quota in base units, and rupiah of freight a kilogram
 */
export async function signSecond(
  cast: Cast,
  { system, tell }: Storyteller,
  sample: SampleInput,
  { partner, quota, freight }: { readonly partner: string; readonly quota: number; readonly freight: number },
): Promise<Agreement> {
  const officer = new Client(system, 'agreement-officer', BANYUMAS);
  const before = await agreementsOf(cast);
  const partners = sample.partners
    .filter(({ code }) => code === partner)
    .map((plan) => ({ ...plan, terms: plan.terms.map((term) => ({ ...term, quota, freight })) }));
  await loadAgreements(officer, { ...sample, name: `${sample.name}-second`, partners }, () => undefined);
  await waitUntilQuiet(system);
  const signed = (await agreementsOf(cast)).find(({ id }) => before.every((known) => known.id !== id));
  if (!signed) throw new Error(`No second agreement with ${partner} was signed.`);
  tell(`A second agreement with ${partner} is in force: ${kilograms(quota)} a day more, at its own freight.`);
  return signed;
}

async function agreementsOf(cast: Cast): Promise<Agreement[]> {
  return (await cast.agreements.get<{ items: Agreement[] }>('/api/agreements')).items;
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
