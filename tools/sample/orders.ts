import { addDays } from '#kernel/local-date.js';
import { NEED_BY_DAYS, OTHER_GOODS, SUGAR_CEILING, SUGAR_PARTNERS } from './assumed.js';
import type { SampleOrder, ScenarioName } from './sample-input.js';
import { DAYS, SUGAR } from './sourced.js';

/** The partners' orders of a scenario: Ternate, Sijunjung, South Sulawesi. */
export function sampleOrders(scenario: ScenarioName, goods: 'sugar' | 'all'): SampleOrder[] {
  const needBy = addDays(DAYS[scenario], NEED_BY_DAYS);
  return SUGAR_PARTNERS.map((partner) => ({
    partner: partner.code,
    buyer: { name: `Pembeli contoh ${partner.name}` },
    lines: [
      {
        commodity: SUGAR,
        quantity: partner.wantsKg,
        unit: 'kg',
        deliverTo: partner.deliverTo,
        maxLandedPrice: SUGAR_CEILING,
        certificates: partner.certificates,
        needBy,
        minLifeDays: partner.lifeDays,
      },
      ...(goods === 'all' ? otherLines(partner, needBy) : []),
    ],
  }));
}

function otherLines(
  partner: { readonly code: string; readonly deliverTo: string },
  needBy: string,
): SampleOrder['lines'][number][] {
  return OTHER_GOODS.flatMap((good) =>
    good.trade
      .filter(({ partner: code }) => code === partner.code)
      .map(({ wants, unit }) => ({
        commodity: good.commodity,
        quantity: wants,
        unit,
        deliverTo: partner.deliverTo,
        maxLandedPrice: good.ceiling,
        certificates: good.certificates,
        needBy,
        minLifeDays: 'lifeDays' in good ? good.lifeDays : 0,
      })),
  );
}
