import { largestRemainder } from '#kernel/largest-remainder.js';
import { addDays } from '#kernel/local-date.js';
import { OTHER_GOODS, SUGAR_EXPORT_KG, SUGAR_GROUPS, SUGAR_HOME_KG, SUGAR_PARTNERS } from './assumed.js';
import { certificatesFor } from './certificates.js';
import { makeMembers } from './members.js';
import type { GroupPlan, PartnerPlan, ProductPlan, SampleInput, ScenarioName } from './sample-input.js';
import {
  BANYUMAS,
  DAYS,
  PKS,
  SUGAR,
  SUGAR_FLOOR_PRICE,
  SUGAR_HOUSEHOLDS,
  SUGAR_SHELF_LIFE_DAYS,
  TOTAL_PRODUCERS,
} from './sourced.js';
import { villagesOf } from './villages.js';

const KG = 1_000;
const SMALL_HOUSEHOLDS = 300;
const SEED = 3302;

export interface SampleChoice {
  /** `full`: 33,000 producers. `small`: 300 households carry the same totals, and nobody is without surplus. */
  readonly size: 'full' | 'small';
  readonly goods: 'sugar' | 'all';
}

export const SUGAR_PRODUCT: ProductPlan = {
  commodity: SUGAR,
  unit: 'GRAM',
  name: 'Gula kelapa kristal (gula semut)',
  shelfLifeDays: SUGAR_SHELF_LIFE_DAYS,
  packaging: [{ name: 'karung', size: 25 * KG }],
  lawAsksFor: ['P-IRT'],
};

/** The Banyumas sample of a scenario. The same choice gives the same sample on every machine. */
export function sampleInput(scenario: ScenarioName, { size, goods }: SampleChoice): SampleInput {
  const day = DAYS[scenario];
  const villages = villagesOf(BANYUMAS);
  const groups = [
    ...sugarGroups(size === 'full' ? SUGAR_HOUSEHOLDS : SMALL_HOUSEHOLDS, day, villages),
    ...(goods === 'all' ? otherGroups() : []),
  ];
  const makers = OTHER_GOODS.reduce((sum, good) => sum + good.makers, 0);
  return {
    name: `banyumas-${size}-${goods}`,
    scenario,
    day,
    umkm: { umkmRule: 'UU 20/2008', umkmAsOf: '2019-01-02' },
    regime: 'PP 28/2018 + Permendagri 22/2009',
    products: [SUGAR_PRODUCT, ...(goods === 'all' ? otherProducts() : [])],
    groups,
    // Makers of goods that are left out are producers all the same.
    producersWithoutSurplus: size === 'small' ? 0 : TOTAL_PRODUCERS - SUGAR_HOUSEHOLDS - (goods === 'all' ? makers : 0),
    villages,
    partners: SUGAR_PARTNERS.map((partner) => partnerPlan(partner, goods)),
    ...(scenario === 'in-force' ? { pks: PKS } : {}),
  };
}

function sugarGroups(households: number, day: string, villages: readonly string[]): GroupPlan[] {
  const weights = SUGAR_GROUPS.map(({ surplusKg }) => surplusKg);
  const [counts, exported, home] = [households, SUGAR_EXPORT_KG * KG, SUGAR_HOME_KG * KG].map((total) =>
    largestRemainder(total, weights),
  );
  return SUGAR_GROUPS.map((group, index) => ({
    reference: group.reference,
    name: group.name,
    form: group.form,
    village: group.village,
    commodity: SUGAR,
    certificates: certificatesFor(group.certificates, index + 1, DAYS['as-reported']),
    floorPrice: SUGAR_FLOOR_PRICE,
    ...(group.soonerDays > 0 ? { bestBefore: addDays(day, SUGAR_SHELF_LIFE_DAYS - group.soonerDays) } : {}),
    members: makeMembers({
      prefix: `GULA-${group.lot}`,
      count: counts?.[index] ?? 0,
      seed: SEED + index,
      villages,
      surplus: group.surplusKg * KG,
      committedToExport: exported?.[index] ?? 0,
      committedAtHome: home?.[index] ?? 0,
    }),
  }));
}

function otherGroups(): GroupPlan[] {
  return OTHER_GOODS.map((good, index) => ({
    reference: good.reference,
    name: good.group,
    form: 'group',
    village: good.village,
    commodity: good.commodity,
    certificates: certificatesFor(good.certificates, index + 11, DAYS['as-reported']),
    floorPrice: good.floorPrice,
    members: makeMembers({
      prefix: good.reference,
      count: good.makers,
      seed: SEED + 100 + index,
      villages: [good.village],
      surplus: good.surplus,
    }),
  }));
}

function otherProducts(): ProductPlan[] {
  return OTHER_GOODS.map((good) => ({
    commodity: good.commodity,
    unit: good.unit,
    name: good.product,
    ...('shelfLifeDays' in good ? { shelfLifeDays: good.shelfLifeDays } : {}),
    packaging: good.packaging,
    lawAsksFor: good.lawAsksFor,
  }));
}

function partnerPlan(partner: (typeof SUGAR_PARTNERS)[number], goods: SampleChoice['goods']): PartnerPlan {
  const others = OTHER_GOODS.flatMap((good) =>
    good.trade
      .filter(({ partner: code }) => code === partner.code)
      .map(({ quota, freight, transitDays }) => ({
        destination: partner.code,
        commodity: good.commodity,
        unit: good.unit,
        quota,
        freight,
        transitDays,
        certificates: good.certificates,
      })),
  );
  const sugar = {
    destination: partner.code,
    commodity: SUGAR,
    unit: 'GRAM',
    quota: partner.quotaKg * KG,
    freight: partner.freight,
    transitDays: partner.transitDays,
    // The terms ask for what the law asks for; what a partner wants beyond it stands in its orders.
    certificates: [],
  } as const;
  return { code: partner.code, name: partner.name, terms: [sugar, ...(goods === 'all' ? others : [])] };
}
