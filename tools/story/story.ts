import { addDays } from '#kernel/local-date.js';
import { sampleInput, sampleOrders } from '../sample/index.js';
import type { SampleInput, SampleOrder } from '../sample/sample-input.js';
import { startOfDay } from '../system/start-of-day.js';
import { audit, type Breach } from '../verify/audit.js';
import { Cast, type Storyteller } from './chapter.js';
import { arrive, bind, receive, settle, ship, type Leg, type Settlement } from './deliver.js';
import { ordersOf, placeByThreeWays, placeOne, promises, type Order } from './place.js';
import { certifyAndRestock, lotsOf, register, type Lot } from './register.js';
import { report, type AgreementReport } from './report.js';
import { raiseQuota, sign, terminate } from './sign.js';

const KG = 1_000;
const TERNATE = '82.71';
const SIJUNJUNG = '13.03';
const SOUTH_SULAWESI = '73';

/** What the story came to, all read through the public interfaces. Quantities in base units, rupiah. */
export interface Story {
  readonly orders: readonly Order[];
  readonly lots: readonly Lot[];
  readonly settlements: readonly Settlement[];
  readonly reports: readonly AgreementReport[];
  readonly breaches: readonly Breach[];
}

/**
 * From an empty system to the rupiah paid out, through the public interfaces alone: registers, certifies, signs, orders by
 * three ways, ships, receives short, binds again, settles, amends, terminates, reports.
 */
export async function tellStory(teller: Storyteller): Promise<Story> {
  const { system, tell } = teller;
  const cast = new Cast(system);
  const sample = throughCouncil(sampleInput('in-force', { size: 'small', goods: 'sugar' }), SOUTH_SULAWESI);
  const day = (count: number): string => addDays(sample.day, count);

  await startOfDay(system, sample.day);
  const lots = await register(cast, teller, sample);
  const agreements = await sign(cast, teller, sample);
  const agreementWith = (partner: string): (typeof agreements)[number] => withPartner(agreements, partner);

  const sugar = sampleOrders('in-force', 'sugar');
  await placeByThreeWays(cast, teller, sugar);
  tell(promises(await ordersOf(cast)));
  await bind(cast, teller, 'first-day');
  const first = await ordersOf(cast);
  const orderOf = (partner: string): Order => withPartner(first, partner);
  for (const { id, partner } of first) await ship(cast, id, voyage(partner, sample.day), `${partner}-1`);
  tell('Three shipments leave, Ternate over three legs.');

  await startOfDay(system, day(1));
  tell(`${day(1)}: a new day's quota. ${promises(await ordersOf(cast))}`);
  await bind(cast, teller, 'second-day');
  await ship(cast, orderOf(TERNATE).id, voyage(TERNATE, day(1)), `${TERNATE}-2`);

  await startOfDay(system, day(8));
  for (const partner of [SIJUNJUNG, SOUTH_SULAWESI]) {
    await arrive(cast, orderOf(partner).id);
    await receive(cast, teller, orderOf(partner));
  }
  await startOfDay(system, day(15));
  await arrive(cast, orderOf(TERNATE).id);
  await receive(cast, teller, orderOf(TERNATE), { damaged: 20 * KG, missing: 100 * KG });
  tell(promises(await ordersOf(cast)));

  const uncertified = lots.find(({ certificates }) => certificates.length === 0);
  if (!uncertified) throw new Error('The sample has no lot without a certificate.');
  await certifyAndRestock(cast, teller, uncertified, day(15));
  await bind(cast, teller, 'again');
  await ship(cast, orderOf(TERNATE).id, voyage(TERNATE, day(15)), `${TERNATE}-3`);
  tell('What was lost on the way is bound again, from the new stock, and leaves.');

  await placeOne(cast, again(withPartner(sugar, TERNATE), 5_000, day(60)), 'story-second');
  tell(`Ternate orders again. ${promises(await ordersOf(cast))}`);
  await raiseQuota(cast, teller, agreementWith(TERNATE), { quota: 5_000 * KG, sample });
  tell(promises(await ordersOf(cast)));
  await placeOne(cast, again(withPartner(sugar, SIJUNJUNG), 1_000, day(60)), 'story-second');
  tell(`Sijunjung orders again. ${promises(await ordersOf(cast))}`);
  await terminate(cast, teller, agreementWith(SIJUNJUNG));
  tell(promises(await ordersOf(cast)));

  await startOfDay(system, day(29));
  await arrive(cast, orderOf(TERNATE).id);
  await receive(cast, teller, orderOf(TERNATE));
  const settlements: Settlement[] = [];
  for (const { id, partner } of first) settlements.push(await settle(cast, teller, id, partner));
  const reports = await report(cast, teller, agreements, { from: sample.day, to: day(29) });
  return {
    orders: await ordersOf(cast),
    lots: await lotsOf(cast),
    settlements,
    reports,
    breaches: await audit(system.addresses, system.eventLog),
  };
}

/** One of the agreements burdens the public, so its council has to approve it. */
function throughCouncil(sample: SampleInput, partner: string): SampleInput {
  const partners = sample.partners.map((plan) => (plan.code === partner ? { ...plan, needsCouncil: true } : plan));
  return { ...sample, partners };
}

function again(order: SampleOrder, quantity: number, needBy: string): SampleOrder {
  return { ...order, lines: order.lines.map((line) => ({ ...line, quantity, needBy })) };
}

function voyage(partner: string, leaves: string): Leg[] {
  const by = (days: number): string => addDays(leaves, days);
  if (partner === SIJUNJUNG) return [{ from: 'Purwokerto', to: 'Muaro Sijunjung', mode: 'road', eta: by(5) }];
  const toPort: Leg = { from: 'Purwokerto', to: 'Tanjung Perak', mode: 'road', eta: by(2) };
  const toMakassar: Leg = { from: 'Tanjung Perak', to: 'Makassar', mode: 'sea', eta: by(8) };
  if (partner === SOUTH_SULAWESI) return [toPort, toMakassar];
  return [toPort, toMakassar, { from: 'Makassar', to: 'Ternate', mode: 'sea', eta: by(14) }];
}

function withPartner<Row extends { readonly partner: string }>(rows: readonly Row[], partner: string): Row {
  const row = rows.find((one) => one.partner === partner);
  if (!row) throw new Error(`${partner} is not there.`);
  return row;
}
