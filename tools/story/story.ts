import { addDays } from '#kernel/local-date.js';
import { sampleInput, sampleOrders } from '../sample/index.js';
import type { SampleInput, SampleOrder } from '../sample/sample-input.js';
import { waitUntilQuiet } from '../system/quiet.js';
import { startOfDay } from '../system/start-of-day.js';
import { audit, type Breach } from '../verify/audit.js';
import { Cast, type Storyteller } from './chapter.js';
import { arrive, bind, receive, settle, ship, type Leg, type Settlement } from './deliver.js';
import { correct, loadHalf, recall, type LoadSent, type Recall } from './load.js';
import { ordersOf, placeByThreeWays, placeOne, promises, type Order } from './place.js';
import { certifyAndRestock, lotsOf, register, type Lot } from './register.js';
import { report, type AgreementReport } from './report.js';
import { raiseQuota, sign, signSecond, terminate } from './sign.js';

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
  /** The container in which goods of two orders left. */
  readonly load: LoadSent;
  readonly recall: Recall;
  /** What the order that was corrected owed before, and after. */
  readonly correction: readonly [before: number, after: number];
  readonly breaches: readonly Breach[];
}

/**
 * From an empty system to the rupiah paid out, through the public interfaces alone: registers, certifies, signs, orders by
 * three ways, ships, receives short, binds again, signs a second agreement, amends, terminates, sends a load of two orders,
 * recalls, corrects, settles, reports.
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
  tell('What was lost on the way is bound again, from the new stock.');

  await placeOne(cast, again(withPartner(sugar, TERNATE), 5_000, day(60)), 'story-second');
  tell(`Ternate orders again. ${promises(await ordersOf(cast))}`);
  const second = await signSecond(cast, teller, sample, { partner: TERNATE, quota: 700 * KG, freight: 2_200 });
  tell(promises(await ordersOf(cast)));
  await raiseQuota(cast, teller, agreementWith(TERNATE), { quota: 4_500 * KG, sample });
  tell(promises(await ordersOf(cast)));
  await placeOne(cast, again(withPartner(sugar, SIJUNJUNG), 1_000, day(60)), 'story-second');
  tell(`Sijunjung orders again. ${promises(await ordersOf(cast))}`);
  await terminate(cast, teller, agreementWith(SIJUNJUNG));
  tell(promises(await ordersOf(cast)));

  const told = await sendByLoads(cast, teller, { first: orderOf(TERNATE).id, recalled: uncertified, day });
  const settlements: Settlement[] = [];
  for (const { id, partner } of [...first, told.order]) {
    settlements.push(await settle(cast, teller, id, partner));
  }
  const reports = await report(cast, teller, [...agreements, second], { from: sample.day, to: day(31) });
  return {
    orders: await ordersOf(cast),
    lots: await lotsOf(cast),
    settlements,
    reports,
    load: told.load,
    recall: told.recall,
    correction: told.correction,
    breaches: await audit(system.addresses, system.eventLog),
  };
}

/**
 * Ternate's second order leaves in two loads, the first with what the first order still waited for. Between them a lot is
 * recalled; at arrival a part of it is refused, and the rest is counted wrongly at first.
 */
async function sendByLoads(
  cast: Cast,
  teller: Storyteller,
  { first, recalled, day }: { readonly first: string; readonly recalled: Lot; readonly day: (count: number) => string },
): Promise<{ readonly order: Order } & Pick<Story, 'load' | 'recall' | 'correction'>> {
  const { system, tell } = teller;
  await bind(cast, teller, 'second-order');
  const isSecond = ({ id, partner }: Order): boolean => partner === TERNATE && id !== first;
  const order = (await ordersOf(cast)).find(isSecond);
  if (!order) throw new Error('Ternate has no second order.');
  const load = await loadHalf(cast, teller, { whole: first, half: order.id, legs: voyage(TERNATE, day(15)) });
  const calledBack = await recall(cast, teller, recalled, () => waitUntilQuiet(system));
  tell(promises(await ordersOf(cast)));

  await startOfDay(system, day(16));
  await bind(cast, teller, 'after-recall');
  await ship(cast, order.id, voyage(TERNATE, day(16)), 'second-order');
  await startOfDay(system, day(31));
  const refused = calledBack.recipients.map(({ allocation }) => allocation);
  await arrive(cast, first);
  await receive(cast, teller, { id: first, partner: TERNATE }, { damaged: 0, missing: 0, refused });
  await arrive(cast, order.id);
  const lost = { damaged: 0, missing: 50 * KG, refused };
  await receive(cast, teller, order, lost);
  tell(promises(await ordersOf(cast)));
  const shipment = load.shipments.find((one) => one.order === order.id)?.id ?? '';
  const correction = await correct(cast, teller, { order: order.id, partner: TERNATE, shipment, refused });
  await waitUntilQuiet(system);
  tell(promises(await ordersOf(cast)));
  return { order, load, recall: calledBack, correction };
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
