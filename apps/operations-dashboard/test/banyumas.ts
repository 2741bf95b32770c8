import type { QuantityReason } from '#contracts/shapes.js';
import {
  agree,
  allocate,
  balance,
  complete,
  declare,
  judge,
  orderStatus,
  place,
  promise,
  quotaExhausted,
  type LotSample,
  type PartnerSample,
} from './samples.js';
import { id, KG, Story } from './story.js';

export const TERNATE: PartnerSample = {
  code: '82.71',
  quotaKg: 3_500,
  wantsKg: 4_000,
  certificates: ['P-IRT'],
  freight: 2_500,
  transitDays: 14,
};
export const SIJUNJUNG: PartnerSample = {
  code: '13.03',
  quotaKg: 3_000,
  wantsKg: 3_000,
  certificates: ['P-IRT'],
  freight: 1_500,
  transitDays: 5,
};
export const SULSEL: PartnerSample = {
  code: '73',
  quotaKg: 7_000,
  wantsKg: 6_000,
  certificates: ['HALAL', 'P-IRT'],
  freight: 2_000,
  transitDays: 8,
};

export const LOTS: readonly LotSample[] = [
  { name: 'A', kg: 6_000, certificates: ['P-IRT', 'HALAL'] },
  { name: 'B', kg: 7_000, certificates: ['P-IRT'] },
  { name: 'C', kg: 2_000, certificates: [] },
];

/** Banyumas, 4 March 2019, three PKS in force: the orders are promised and nothing is bound yet (tools/sample). */
export function banyumasPromised(lots = LOTS): Story {
  const story = new Story();
  for (const lot of lots) declare(story, lot);
  for (const { name, kg } of LOTS) balance(story, name, kg, 0);
  for (const partner of [TERNATE, SIJUNJUNG, SULSEL]) agree(story, partner, 'in-force');
  place(story, TERNATE, 3_500, [quotaExhausted(500)]);
  place(story, SIJUNJUNG, 3_000);
  place(story, SULSEL, 6_000);
  return story;
}

/** The same after its run: the answer key. */
export function banyumasBound(lots = LOTS): Story {
  const story = banyumasPromised(lots);
  allocate(story, 'A', SULSEL, 6_000);
  allocate(story, 'B', TERNATE, 3_500);
  allocate(story, 'B', SIJUNJUNG, 3_000);
  promise(story, TERNATE, 3_500, 3_500, [quotaExhausted(500)]);
  promise(story, SIJUNJUNG, 3_000, 3_000, []);
  promise(story, SULSEL, 6_000, 6_000, []);
  for (const partner of [TERNATE, SIJUNJUNG, SULSEL]) {
    orderStatus(story, 'serap.order.status-changed.v1', partner, 'allocated');
  }
  balance(story, 'A', 6_000, 6_000);
  balance(story, 'B', 7_000, 6_500);
  balance(story, 'C', 2_000, 0);
  judge(story, 'A', 6_000, 6_000, []);
  judge(story, 'B', 7_000, 6_500, [quotaExhausted(500)]);
  judge(story, 'C', 2_000, 0, [
    {
      kind: 'gate',
      code: 'CERTIFICATE_MISSING',
      quantity: 2_000 * KG,
      gain: 0,
      binding: ['P-IRT'],
      then: ['QUOTA_EXHAUSTED', 'NO_DEMAND'],
    },
  ]);
  complete(story);
  return story;
}

/** Banyumas, January 2019: joint agreements and no PKS, after a run. */
export function banyumasAsReported(): Story {
  const story = new Story();
  const partners = [TERNATE, SIJUNJUNG, SULSEL];
  const reason = (kg: number): QuantityReason => ({
    kind: 'gate',
    code: 'AGREEMENT_NOT_IN_FORCE',
    quantity: kg * KG,
    gain: 12_500 * KG,
    binding: partners.map(({ code }) => id(`term ${code}`)),
    then: [],
  });
  for (const lot of LOTS) declare(story, lot);
  for (const partner of partners) agree(story, partner, 'joint-agreement-signed');
  for (const partner of partners) place(story, partner, 0, [{ ...reason(partner.wantsKg), gain: 0 }]);
  for (const { name, kg } of LOTS) {
    balance(story, name, kg, 0);
    judge(story, name, kg, 0, [reason(kg)]);
  }
  complete(story);
  return story;
}
