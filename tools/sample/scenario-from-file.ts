import { createHash } from 'node:crypto';
import { largestRemainder } from '#kernel/largest-remainder.js';
import { addDays } from '#kernel/local-date.js';
import { NEED_BY_DAYS, SUGAR_CEILING } from './assumed.js';
import { SUGAR_PRODUCT } from './banyumas.js';
import { certificatesFor } from './certificates.js';
import { makeMembers } from './members.js';
import type { GroupPlan, SampleInput, SampleOrder, ScenarioName } from './sample-input.js';
import { readScenarioFile, type ScenarioFile } from './scenario-file.js';
import { BANYUMAS, SUGAR, SUGAR_FLOOR_PRICE } from './sourced.js';
import { villagesOf } from './villages.js';

const KG = 1_000;
const HOUSEHOLDS = 300;
/** PP 7/2021 gives the classes since this day. */
const PP7_SINCE = '2021-02-02';
/** Permendagri 22/2020 holds since this day. */
const PERMENDAGRI_2020_SINCE = '2020-05-05';

/**
 * A scenario of one's own, as the loader and the scenario runner take it.
 *
 * @param json the parsed file
 * @throws Error that names every fault of the file by its JSON Pointer
 */
export function scenarioFromFile(
  json: unknown,
  scenario: ScenarioName,
): { sample: SampleInput; orders: SampleOrder[] } {
  const file = readScenarioFile(json);
  const { day } = file;
  const villages = villagesOf(BANYUMAS);
  const sample: SampleInput = {
    name: `file-${createHash('sha256').update(JSON.stringify(file)).digest('hex').slice(0, 16)}`,
    scenario,
    day,
    umkm: { umkmRule: day < PP7_SINCE ? 'UU 20/2008' : 'PP 7/2021', umkmAsOf: day },
    regime: `PP 28/2018 + Permendagri ${day < PERMENDAGRI_2020_SINCE ? '22/2009' : '22/2020'}`,
    products: [SUGAR_PRODUCT],
    groups: groupsOf(file, villages),
    producersWithoutSurplus: 0,
    villages,
    partners: file.partners.map((partner) => ({
      code: partner.code,
      name: `Wilayah ${partner.code}`,
      terms: [
        {
          destination: partner.code,
          commodity: SUGAR,
          unit: 'GRAM',
          quota: partner.quotaKg * KG,
          freight: partner.freightPerKg,
          transitDays: partner.transitDays,
          certificates: [],
        },
      ],
    })),
    ...(scenario === 'in-force' ? { pks: { effectiveFrom: day, effectiveTo: addDays(day, 365) } } : {}),
  };
  return { sample, orders: ordersOf(file) };
}

/** 300 households in all, divided as the lots weigh; a lot has one at least. */
function groupsOf({ day, lots }: ScenarioFile, villages: readonly string[]): GroupPlan[] {
  const counts = largestRemainder(
    HOUSEHOLDS - lots.length,
    lots.map(({ kg }) => kg),
  );
  return lots.map((lot, index) => ({
    reference: `LOT-${lot.id}`,
    name: `Koperasi ${lot.id} (sintetis)`,
    form: 'cooperative',
    village: '33.02.16.2007',
    commodity: SUGAR,
    certificates: certificatesFor(lot.certificates, index + 1, day),
    floorPrice: SUGAR_FLOOR_PRICE,
    members: makeMembers({
      prefix: `GULA-${lot.id}`,
      count: (counts[index] ?? 0) + 1,
      seed: index,
      villages,
      surplus: lot.kg * KG,
    }),
  }));
}

function ordersOf({ day, partners }: ScenarioFile): SampleOrder[] {
  return partners.map((partner) => ({
    partner: partner.code,
    buyer: { name: `Pembeli contoh ${partner.code}` },
    lines: [
      {
        commodity: SUGAR,
        quantity: partner.wantsKg,
        unit: 'kg',
        deliverTo: partner.deliverTo,
        maxLandedPrice: SUGAR_CEILING,
        certificates: partner.certificates,
        needBy: addDays(day, NEED_BY_DAYS),
        minLifeDays: partner.lifeDays,
      },
    ],
  }));
}
