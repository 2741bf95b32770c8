import type { Market } from '#matching/format/market.js';
import type { Allocation, MatchingResult, Reason, ReasonCode } from '#matching/format/result.js';

/** @returns false where this market's result has nothing to falsify so */
export type Falsification = (result: MatchingResult, market: Market) => boolean;

const first = <One>(records: readonly One[], is: (one: One) => boolean, change: (one: One) => unknown): boolean => {
  const found = records.find(is);
  if (found === undefined) return false;
  change(found);
  return true;
};
const any = (): boolean => true;
const allocation =
  (change: (one: Allocation, result: MatchingResult) => unknown): Falsification =>
  (result) =>
    first(result.allocations, any, (one) => change(one, result));
const more = (sum: number | string): number | string => String(BigInt(sum) + 1n);

/** Quantities, totals, cut and remainders that are not those of the market. */
export const FIGURES: Readonly<Record<string, Falsification>> = {
  'an allocation dropped': ({ allocations }) => allocations.pop() !== undefined,
  'an allocation twice': ({ allocations }) => first(allocations, any, (one) => allocations.push({ ...one })),
  'an allocation of nothing': allocation((one) => (one.quantity = 0)),
  'an allocation below nothing': allocation((one) => (one.quantity = -one.quantity)),
  'a part of a unit': allocation((one) => (one.quantity += 0.5)),
  'a unit more': allocation((one) => (one.quantity += 1)),
  'a unit less, told everywhere': ({ allocations, totals, proof, unsold }, { lots }) =>
    first(
      allocations,
      ({ quantity, shares }) => quantity > 1 && shares === undefined,
      (one) => {
        one.quantity -= 1;
        totals.quantity -= 1;
        totals.goodsCost = Number(totals.goodsCost) - (lots.find(({ id }) => id === one.lot)?.price ?? 0);
        proof.gap += 1;
        const left = unsold.find(({ lot }) => lot === one.lot);
        if (left?.reasons[0] !== undefined) {
          [left.quantity, left.reasons[0].quantity] = [left.quantity + 1, left.reasons[0].quantity + 1];
        }
      },
    ),
  'a lot that is not there': allocation((one) => (one.lot = 'nobody')),
  'a line that is not there': allocation((one) => (one.line = 'nobody')),
  'a row that is not there': allocation((one) => (one.term = 'nobody')),
  'the row of another line': ({ allocations }, { terms }) =>
    first(allocations, any, (one) => (one.term = terms.find(({ id }) => id !== one.term)?.id ?? 'nobody')),
  'two lots exchanged': ({ allocations }, { lots }) => {
    const priceOf = (id: string): number | undefined => lots.find((lot) => lot.id === id)?.price;
    const [one] = allocations;
    const other = allocations.find(({ lot }) => priceOf(lot) !== priceOf(one?.lot ?? ''));
    if (one === undefined || other === undefined) return false;
    [one.lot, other.lot] = [other.lot, one.lot];
    return true;
  },
  'more sold than is': ({ totals }) => ((totals.quantity += 1), true),
  'dearer goods': ({ totals }) => ((totals.goodsCost = more(totals.goodsCost)), true),
  'dearer freight': ({ totals }) => ((totals.freightCost = more(totals.freightCost)), true),
  'a higher bound': ({ proof }) => ((proof.upperBound += 1), true),
  'a higher bound, and a gap up to it': ({ proof }) => ((proof.upperBound += 1), (proof.gap += 1), true),
  'an element of the cut missing': ({ proof }) => proof.cut.pop() !== undefined,
  'an element of the cut twice': ({ proof }) =>
    first(proof.cut, any, (one) => {
      proof.cut.push({ ...one });
      proof.upperBound += one.capacity;
      proof.gap += one.capacity;
    }),
  'an element of the cut that is wider': ({ proof }) => first(proof.cut, any, (one) => (one.capacity += 1)),
  'an element of the cut that is not there': ({ proof }) => first(proof.cut, any, (one) => (one.id = 'nobody')),
  'an element of the cut of no kind': ({ proof }) =>
    first(proof.cut, any, (one) => Object.assign(one, { kind: 'weather' })),
  'unsold stock left out': ({ unsold }) => unsold.pop() !== undefined,
  'unsold stock twice': ({ unsold }) => first(unsold, any, (one) => unsold.push(structuredClone(one))),
  'unsold stock of a lot that is not there': ({ unsold }) => first(unsold, any, (one) => (one.lot = 'nobody')),
  'more unsold than is': ({ unsold }) => first(unsold, any, (one) => (one.quantity += 1)),
  'an unfilled line left out': ({ unfilled }) => unfilled.pop() !== undefined,
  'an unfilled line twice': ({ unfilled }) => first(unfilled, any, (one) => unfilled.push(structuredClone(one))),
  'an unfilled line that is not there': ({ unfilled }) => first(unfilled, any, (one) => (one.line = 'nobody')),
  'less unfilled than is': ({ unfilled }) => first(unfilled, any, (one) => (one.quantity -= 1)),
  'reasons for less than is left': ({ unfilled }) => first(unfilled, any, ({ reasons }) => reasons.pop()),
  'something that is not shown, though all is': ({ proof }) => ((proof.unproved = ['fairness']), true),
  'nothing sold': (result) => {
    if (result.allocations.length === 0) return false;
    result.allocations = [];
    return true;
  },
};

const gateOf = (
  side: 'unsold' | 'unfilled',
  is: (reason: Reason) => boolean,
  change: (reason: Reason, id: string) => unknown,
): Falsification => {
  const entries = ({ unsold, unfilled }: MatchingResult): { id: string; reason: Reason }[] =>
    side === 'unsold'
      ? unsold.flatMap(({ lot: id, reasons }) => reasons.map((reason) => ({ id, reason })))
      : unfilled.flatMap(({ line: id, reasons }) => reasons.map((reason) => ({ id, reason })));
  return (result) =>
    first(
      entries(result),
      ({ reason }) => is(reason),
      ({ id, reason }) => change(reason, id),
    );
};
const told =
  (code: ReasonCode, by = 3) =>
  (reason: Reason, id: string): unknown =>
    Object.assign(reason, { kind: 'gate', code, binding: [id], relaxBy: by, gain: 0, then: ['NO_DEMAND'] });
const isGate =
  (...codes: ReasonCode[]) =>
  ({ kind, code }: Reason): boolean =>
    kind === 'gate' && codes.includes(code);
const BY_AMOUNT = ['SHELF_LIFE_TOO_SHORT', 'NEEDED_TOO_SOON', 'PRICE_ABOVE_CEILING'] as const;

/** Gates that are not the first one that is closed. */
export const GATES: Readonly<Record<string, Falsification>> = {
  'a gate invented for a line that some lot fits': gateOf(
    'unfilled',
    ({ kind }) => kind === 'cut',
    told('SHELF_LIFE_TOO_SHORT'),
  ),
  'a gate invented for a lot that some line would take': gateOf(
    'unsold',
    ({ kind }) => kind === 'cut',
    told('SHELF_LIFE_TOO_SHORT'),
  ),
  'a later gate of a line': gateOf(
    'unfilled',
    isGate('CERTIFICATE_MISSING', 'SHELF_LIFE_TOO_SHORT'),
    told('PRICE_ABOVE_CEILING'),
  ),
  'a later gate of a lot': gateOf(
    'unsold',
    isGate('CERTIFICATE_MISSING', 'SHELF_LIFE_TOO_SHORT', 'REGION_NOT_COVERED'),
    told('PRICE_ABOVE_CEILING'),
  ),
  'an earlier gate of a line': gateOf('unfilled', isGate('PRICE_ABOVE_CEILING'), told('SHELF_LIFE_TOO_SHORT')),
  'an earlier gate of a lot': gateOf('unsold', isGate('PRICE_ABOVE_CEILING'), told('SHELF_LIFE_TOO_SHORT')),
  'a line without a row told of as one that is short of stock': ({ unfilled }, { lines }) =>
    first(
      unfilled.flatMap(({ line, reasons }) => reasons.map((reason) => ({ line, reason }))),
      ({ reason }) => isGate('REGION_NOT_COVERED')(reason),
      ({ line, reason }) => {
        const product = lines.find(({ id }) => id === line)?.product ?? '';
        Object.assign(reason, { kind: 'cut', code: 'NO_SURPLUS', binding: [`surplus:${product}`], gain: 1, then: [] });
      },
    ),
  'want of stock, or of buyers, told of as of goods that nobody has or wants': ({ unsold, unfilled }) =>
    first(
      [...unsold, ...unfilled].flatMap(({ reasons }) => reasons),
      ({ kind, code }) => kind === 'cut' && (code === 'NO_SURPLUS' || code === 'NO_DEMAND'),
      (reason) => (reason.kind = 'gate'),
    ),
  'a gate of a line that would give way by more': gateOf(
    'unfilled',
    isGate(...BY_AMOUNT),
    (reason) => (reason.relaxBy = (reason.relaxBy ?? 0) + 1),
  ),
  'a gate of a lot that would give way by less': gateOf(
    'unsold',
    isGate(...BY_AMOUNT),
    (reason) => (reason.relaxBy = (reason.relaxBy ?? 0) - 1),
  ),
  'another certificate than the one that lacks': ({ unsold, unfilled }, { lines, terms }) =>
    first(
      [...unsold, ...unfilled].flatMap(({ reasons }) => reasons),
      isGate('CERTIFICATE_MISSING'),
      (reason) => {
        const kinds = [...lines, ...terms].flatMap(({ certificates }) => certificates);
        const other = kinds.find((kind) => !reason.binding.includes(kind));
        reason.binding = other === undefined ? [] : [other];
      },
    ),
  'sacks that nobody packs': gateOf(
    'unsold',
    () => true,
    (reason) => Object.assign(reason, { kind: 'gate', code: 'UNIT_INDIVISIBLE', binding: ['sugar'] }),
  ),
  'a line that wants less than a sack of loose goods': gateOf(
    'unfilled',
    () => true,
    (reason) => Object.assign(reason, { kind: 'gate', code: 'UNIT_INDIVISIBLE', binding: ['sugar'], relaxBy: 1 }),
  ),
};
