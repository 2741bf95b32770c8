import type { Reason, ReasonCode } from '../format/result.js';
import type { Facts } from './facts.js';

type Side = 'unfilled' | 'unsold';

const FILTER_CODES: readonly ReasonCode[] = [
  'CERTIFICATE_MISSING',
  'CERTIFICATE_EXPIRES_BEFORE_ARRIVAL',
  'SHELF_LIFE_TOO_SHORT',
  'NEEDED_TOO_SOON',
  'NEED_BY_PASSED',
  'PRICE_ABOVE_CEILING',
];
/** Gates between lots and lines. */
const PAIR_GATES: readonly ReasonCode[] = [
  ...FILTER_CODES,
  ...(['REGION_NOT_COVERED', 'AGREEMENT_NOT_IN_FORCE', 'AGREEMENT_SUSPENDED'] as const),
];
const GATES: readonly ReasonCode[] = [...PAIR_GATES, 'UNIT_INDIVISIBLE'];
const CUTS: readonly ReasonCode[] = [...FILTER_CODES, 'QUOTA_EXHAUSTED', 'PARTNER_SHARE_RESERVED'];

/** Codes that each side may give. */
const CODES: Readonly<Record<Side, Readonly<Record<Reason['kind'], ReadonlySet<ReasonCode>>>>> = {
  unfilled: {
    gate: new Set([...GATES, 'BELOW_MINIMUM_LOT', 'NO_SURPLUS']),
    cut: new Set([...CUTS, 'NO_SURPLUS']),
  },
  unsold: { gate: new Set([...GATES, 'BELOW_MINIMUM_LOT', 'NO_DEMAND']), cut: new Set([...CUTS, 'NO_DEMAND']) },
};
const ALL: ReadonlySet<ReasonCode> = new Set(Object.values(CODES).flatMap(({ gate, cut }) => [...gate, ...cut]));

/** Checks that a reason is of the closed list, and that what it names is in the market. */
export class ReasonCheck {
  private readonly places: ReadonlySet<string>;
  private readonly certificates: ReadonlySet<string>;

  constructor(
    private readonly facts: Facts,
    private readonly fault: (text: string) => void,
  ) {
    const { lines, terms } = facts;
    this.places = new Set(lines.map(({ destination }) => destination));
    this.certificates = new Set([...lines, ...terms].flatMap(({ certificates }) => certificates));
  }

  /** @param product of the line or lot that it is about */
  check(side: Side, id: string, product: string, reason: Reason): void {
    const { kind, code, quantity, gain, relaxBy = 1, then, binding } = reason;
    const what = (problem: string): void => {
      this.fault(`${side} of ${id}: ${code} ${problem}`);
    };
    if (
      !Object.hasOwn(CODES[side], kind) ||
      !(CODES[side][kind].has(code) || this.stopsBeforeAnother(side, id, reason))
    ) {
      what(`is no ${kind} of that side`);
    }
    if (!Number.isSafeInteger(quantity) || quantity <= 0) what('has a quantity that is no positive integer');
    if (!Number.isSafeInteger(gain) || gain < 0) what('has no gain');
    if (!Number.isSafeInteger(relaxBy) || relaxBy < 0) what('gives way by no whole number');
    if (!Array.isArray(then) || !then.every((next) => ALL.has(next))) {
      what('is followed by a code that is not of the list');
    }
    if (!Array.isArray(binding) || binding.length === 0 || !this.names(code, id, product, binding, side)) {
      what('names what it cannot be about');
    }
  }

  private names(code: ReasonCode, id: string, product: string, binding: readonly string[], side: Side): boolean {
    switch (code) {
      case 'REGION_NOT_COVERED':
        return binding.every((place) => this.places.has(place));
      case 'AGREEMENT_SUSPENDED':
      case 'AGREEMENT_NOT_IN_FORCE':
        return binding.every((term) => this.isClosed(term));
      case 'CERTIFICATE_MISSING':
      case 'CERTIFICATE_EXPIRES_BEFORE_ARRIVAL':
        return binding.every((certificate) => this.certificates.has(certificate));
      case 'QUOTA_EXHAUSTED':
      case 'PARTNER_SHARE_RESERVED':
        return binding.every((name) => name === `surplus:${product}` || this.facts.findTerm.at(name) >= 0);
      case 'NO_SURPLUS':
        return binding.length === 1 && binding[0] === `surplus:${product}`;
      case 'NO_DEMAND':
        return binding.length === 1 && binding[0] === `demand:${product}`;
      case 'UNIT_INDIVISIBLE':
        return binding.length === 1 && binding[0] === product;
      case 'BELOW_MINIMUM_LOT':
        return binding.length === 1 && this.takesLeast(binding[0] ?? '') && (side === 'unsold' || binding[0] === id);
      default:
        return binding.length === 1 && binding[0] === id;
    }
  }

  /** A line that takes a least quantity or nothing may be stopped by what else stops a part only, and then by that. */
  private stopsBeforeAnother(side: Side, id: string, { kind, code, gain, then }: Reason): boolean {
    // Kept for partners who want no more of it today.
    if (side === 'unsold') return kind === 'gate' && code === 'PARTNER_SHARE_RESERVED' && then[0] === 'NO_DEMAND';
    const isGate = kind === 'gate' && CODES.unfilled.cut.has(code) && gain === 0;
    return isGate && then[0] === 'BELOW_MINIMUM_LOT' && this.takesLeast(id);
  }

  private takesLeast(line: string): boolean {
    const { partial, minimum = 0 } = this.facts.lines[this.facts.findLine.at(line)] ?? {};
    return partial === false || minimum > 0;
  }

  private isClosed(term: string): boolean {
    const row = this.facts.findTerm.at(term);
    return row >= 0 && this.facts.rowOpen[row] === 0;
  }
}
