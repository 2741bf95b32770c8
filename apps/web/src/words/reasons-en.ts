import type { Reasons } from './reasons-id.js';

const REGISTRY = 'the registry officer (Dinarkop)';
const AGREEMENTS = 'the agreement officers of both regions';
const PARTNER = 'the partner region’s committee';
const OPERATIONS = 'operations';

const nothing = (what: string) => `${what} alone adds nothing`;

/** A limit that stands in an agreement and not in an order. */
const inAgreement = (partners: string) => (partners === '' ? '' : ` in the agreement with ${partners}`);

export const REASONS_EN: Reasons = {
  REGION_NOT_COVERED: {
    label: 'Region not covered',
    short: () => 'destination not covered by an agreement',
    meaning: 'No agreement covers the destination for this commodity.',
    more: ({ gain }) => `An agreement that covers the destination would sell ${gain} more.`,
    alone: () => `${nothing('Covering the destination')}.`,
    who: AGREEMENTS,
  },
  AGREEMENT_NOT_IN_FORCE: {
    label: 'Agreement not in force',
    short: () => 'cooperation agreement not in force',
    meaning: 'A joint agreement alone routes no goods; the cooperation agreement (PKS) must be in force first.',
    more: ({ partners, gain }) => `If the agreements with ${partners} came into force, ${gain} could be sold.`,
    alone: ({ partners }) => `${nothing(`Bringing the agreement with ${partners} into force`)}.`,
    who: AGREEMENTS,
  },
  AGREEMENT_SUSPENDED: {
    label: 'Agreement suspended',
    short: () => 'cooperation agreement suspended',
    meaning: 'The agreement is suspended: binding stops, promises stand.',
    more: ({ partners, gain }) => `If the agreements with ${partners} were resumed, ${gain} could be sold.`,
    alone: ({ partners }) => `${nothing(`Resuming the agreement with ${partners}`)}.`,
    who: AGREEMENTS,
  },
  CERTIFICATE_MISSING: {
    label: 'No certificate',
    short: () => 'without a certificate',
    meaning: 'The lot lacks a certificate that the law, the agreement or every buyer asks for.',
    more: ({ certificates, lots, gain }) => `A ${certificates} certificate for ${lots} sells ${gain} more.`,
    alone: ({ certificates, lots }) => `${nothing(`Certifying ${lots} with ${certificates}`)}.`,
    who: REGISTRY,
  },
  CERTIFICATE_EXPIRES_BEFORE_ARRIVAL: {
    label: 'Certificate ends before arrival',
    short: () => 'certificate ends before arrival',
    meaning: 'The certificate ends before the day on which the goods are needed.',
    more: ({ certificates, gain }) => `Extending the ${certificates} certificate sells ${gain} more.`,
    alone: ({ certificates }) => `${nothing(`Extending the ${certificates} certificate`)}.`,
    who: REGISTRY,
  },
  SHELF_LIFE_TOO_SHORT: {
    label: 'Shelf life too short',
    short: () => 'too little shelf life at arrival',
    meaning: 'The shelf life left at arrival is shorter than asked for.',
    more: ({ gain }) => `Asking for less shelf life would sell ${gain} more.`,
    alone: () => `${nothing('Asking for less shelf life')}.`,
    who: PARTNER,
  },
  NEEDED_TOO_SOON: {
    label: 'Needed too soon',
    short: () => 'cannot arrive in time',
    meaning: 'The voyage takes longer than the time until the goods are needed.',
    more: ({ gain }) => `A later need-by date would sell ${gain} more.`,
    alone: () => `${nothing('A later need-by date')}.`,
    who: PARTNER,
  },
  NEED_BY_PASSED: {
    label: 'Need-by passed',
    short: () => 'need-by date passed',
    meaning: 'The order line ended because its need-by date has passed.',
    who: PARTNER,
  },
  PRICE_ABOVE_CEILING: {
    label: 'Price above ceiling',
    short: () => 'landed price above the buyer’s ceiling',
    meaning: 'The lot’s price plus freight exceeds the most that the buyer accepts.',
    more: ({ partners, gain }) => `A higher price ceiling${inAgreement(partners)} would sell ${gain} more.`,
    alone: ({ partners }) => `${nothing(`A higher price ceiling${inAgreement(partners)}`)}.`,
    who: PARTNER,
  },
  UNIT_INDIVISIBLE: {
    label: 'Less than one package',
    short: () => 'less than one package left',
    meaning: 'What is left does not fill one sack or package.',
    who: PARTNER,
  },
  BELOW_MINIMUM_LOT: {
    label: 'Below the minimum',
    short: () => 'below the minimum quantity',
    meaning: 'What is available is less than the minimum of the agreement or the order.',
    more: ({ partners, gain }) => `A smaller minimum${inAgreement(partners)} would sell ${gain} more.`,
    alone: ({ partners }) => `${nothing(`A smaller minimum${inAgreement(partners)}`)}.`,
    who: PARTNER,
  },
  QUOTA_EXHAUSTED: {
    label: 'Quota used up',
    short: ({ partners }) => (partners === '' ? 'quota used up' : `${partners} quota used up`),
    meaning: 'The agreement’s quota for this period is spent.',
    more: ({ partners, by, gain }) => `Raising the ${partners} quota by ${by} sells exactly ${gain} more.`,
    alone: ({ partners }) => `${nothing(`Raising the ${partners} quota`)}.`,
    who: AGREEMENTS,
  },
  PARTNER_SHARE_RESERVED: {
    label: 'Reserved for another partner',
    short: () => 'reserved for another partner',
    meaning: 'Part of the surplus is kept for another partner until its release hour.',
    more: ({ gain }) => `Releasing the reserved share would sell ${gain} more.`,
    alone: () => `${nothing('Releasing the reserved share')}.`,
    who: AGREEMENTS,
  },
  NO_SURPLUS: {
    label: 'Not enough surplus',
    short: () => 'not enough surplus',
    meaning: 'No surplus is left that fits the order.',
    more: ({ by, gain }) => `${by} more surplus would sell ${gain} more.`,
    alone: () => `${nothing('More surplus')}.`,
    who: REGISTRY,
  },
  NO_DEMAND: {
    label: 'No demand yet',
    short: () => 'no demand yet',
    meaning: 'All orders that fit are already served.',
    more: ({ by, gain }) => `Orders for ${by} more would sell ${gain} more.`,
    alone: () => `${nothing('More orders')}.`,
    who: PARTNER,
  },
  LOT_HELD: {
    label: 'Held in its lot',
    short: () => 'held for its quality',
    meaning: 'A lot held for its quality until it is released, or recalled.',
    who: REGISTRY,
  },
  PRODUCER_SUSPENDED: {
    label: 'Producer suspended or not verified',
    short: () => 'producer suspended or not verified',
    meaning:
      'The producer is suspended, or not verified yet and the office sells only after that; nothing of theirs is promised.',
    who: REGISTRY,
  },
  PRODUCER_REFUSED: {
    label: 'Refused by producer',
    short: () => 'refused by the producer, not released yet',
    meaning: 'The producer refused an offer, or did not answer it in time; the goods are held until they are released.',
    who: REGISTRY,
  },
  COMMITTED_ELSEWHERE: {
    label: 'Withdrawn by producer',
    short: () => 'withdrawn for other uses',
    meaning: 'The producer took the goods back for other uses.',
    who: REGISTRY,
  },
  CANCELLED: {
    label: 'Cancelled',
    short: () => 'cancelled by the buyer',
    meaning: 'The buyer cancelled what was not dispatched.',
    who: PARTNER,
  },
  LOST_IN_TRANSIT: {
    label: 'Lost or damaged',
    short: () => 'lost or damaged on its way',
    meaning: 'Goods that were lost or damaged on their way and are written off.',
    who: OPERATIONS,
  },
  AWAITING_BIND: {
    label: 'Awaiting lots',
    short: () => 'waiting for its lot to be fixed',
    meaning: 'Not yet judged or not yet bound by the last routing run.',
    who: OPERATIONS,
  },
};
