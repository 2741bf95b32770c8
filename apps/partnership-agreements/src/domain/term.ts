import { UNCAPPED } from '#kernel/quota-kind.js';
import type { QuotaKind, QuotaPeriod } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';
import { says } from '#kernel/refusals/sentences.js';
import { faultAt, type SaidFault } from '#kernel/domain-error.js';
import { coversOn } from '#kernel/region-changes.js';
import type { Words } from '#kernel/refusals/words.js';

/** One row of the quota table. */
export interface TermDetails {
  /** Region that it covers, itself and all below it. */
  readonly destination: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  /** Base units per period; absent or UNCAPPED: no limit, which `quotaKind` says too. */
  readonly quota?: number;
  /** Absent: a cap. */
  readonly quotaKind?: QuotaKind;
  readonly period: QuotaPeriod;
  readonly minimumLot: number;
  /** Base units of each day's surplus kept back for the partner; absent: none. */
  readonly reserved?: number;
  /** Local hour of the origin, 1 to 24, at which others may have what is left of it; 0 without a share. */
  readonly releaseHour?: number;
  /** What goods may cost, in rupiah per trade unit without freight; absent or null: any price. */
  readonly priceBand?: PriceBand | null;
  /** Rupiah per trade unit. */
  readonly freight: number;
  readonly transitDays: number;
  /** Days from a receipt within which the buyer pays; absent or null: PAYMENT_DAYS. */
  readonly paymentDays?: number | null;
  /** Of a load, how much may be missing and it still counts as received; hundredths of a percent; absent or null: LOAD_TOLERANCE. */
  readonly loadTolerance?: number | null;
  readonly certificates: readonly string[];
}

/** A seller is paid its floor price, but no less than `minimum`; a lot whose floor is above `maximum` is not sold. */
export interface PriceBand {
  readonly minimum: number;
  readonly maximum: number;
}

export interface Term extends TermDetails {
  readonly id: string;
  readonly quota: number;
}

/** A row as it is kept and told: nothing is absent. */
export type WholeTerm = Required<Term>;

/** What a row means by its silence. */
function wholeTerm(term: TermDetails & { readonly id: string }): WholeTerm {
  const {
    quota = UNCAPPED,
    quotaKind = 'cap',
    reserved = 0,
    releaseHour = 0,
    priceBand = null,
    paymentDays = null,
    loadTolerance = null,
    ...said
  } = term;
  return { ...said, quota, quotaKind, reserved, releaseHour, priceBand, paymentDays, loadTolerance };
}

function keyOf({ destination, commodity }: TermDetails): string {
  return `${destination} ${commodity}`;
}

/** What rows are held against. */
export interface TermsBounds {
  /** The region that signs: it can promise deliveries to itself and below only. */
  readonly partner: string;
  /** Day of signing, or today: what the partner's region means is said by the list of that day. */
  readonly asOf: string;
  /** Destinations that stand in the table: each stays as it was agreed, whatever became of its code. */
  readonly standing: ReadonlySet<string>;
  /** What is wrong with a region code; undefined: it is on today's list. */
  readonly regionFault: (code: string) => Words | undefined;
}

export function termFaults(terms: readonly TermDetails[], bounds: TermsBounds): SaidFault[] {
  const seen = new Set<string>();
  return terms.flatMap((term, index) => {
    const at = `/terms/${String(index)}`;
    const repeated = seen.has(keyOf(term));
    seen.add(keyOf(term));
    return [
      ...destinationFaults(term, at, bounds),
      ...(repeated ? [faultAt(at, says('row-repeated'))] : []),
      ...shareFaults(term, at),
      ...bandFaults(term, at),
      ...quotaFaults(term, at),
    ];
  });
}

function destinationFaults({ destination }: TermDetails, at: string, bounds: TermsBounds): SaidFault[] {
  const { partner, asOf, standing, regionFault } = bounds;
  if (standing.has(destination)) return [];
  const inside = coversOn(partner, destination, asOf) ? undefined : says('within', { region: partner });
  const fault = regionFault(destination) ?? inside;
  return fault ? [faultAt(`${at}/destination`, fault)] : [];
}

/** A cap and a target are volumes; a row without a limit has none. */
function quotaFaults({ quota, quotaKind = 'cap', minimumLot }: TermDetails, at: string): SaidFault[] {
  const limited = quotaKind !== 'unlimited';
  if (limited && quota === undefined) return [faultAt(`${at}/quota`, says('required'))];
  if (!limited && quota !== undefined && quota !== UNCAPPED) return [faultAt(`${at}/quota`, says('no-quota'))];
  return minimumLot <= (quota ?? UNCAPPED) ? [] : [faultAt(`${at}/minimumLot`, says('above-quota'))];
}

/** A share has an hour at which it ends, and is no more than the partner may have. */
function shareFaults({ reserved = 0, releaseHour = 0, quota = UNCAPPED }: TermDetails, at: string): SaidFault[] {
  const lacksHour = reserved > 0 && releaseHour === 0;
  return [
    ...(lacksHour ? [faultAt(`${at}/releaseHour`, says('needs-hour'))] : []),
    ...(reserved <= quota ? [] : [faultAt(`${at}/reserved`, says('above-quota'))]),
  ];
}

function bandFaults({ priceBand }: TermDetails, at: string): SaidFault[] {
  if (!priceBand || priceBand.minimum <= priceBand.maximum) return [];
  return [faultAt(`${at}/priceBand/minimum`, says('above-maximum'))];
}

export interface TermsChange {
  readonly written: readonly WholeTerm[];
  readonly removed: readonly WholeTerm[];
}

/**
 * Compares the table as it is with the table that is wanted. A row keeps its id while it is about the same destination
 * and commodity, so that what was spent of it stays spent over editions. One that is counted otherwise (unit, period) is
 * another row: grams of a day cannot be held against a quota of a year.
 */
export function compareTerms(
  known: readonly WholeTerm[],
  wanted: readonly TermDetails[],
  newId: () => string,
): TermsChange {
  const byKey = new Map(known.map((term) => [countedKey(term), term]));
  const keys = new Set(wanted.map(countedKey));
  return {
    written: wanted
      .map((term) => wholeTerm({ ...term, id: byKey.get(countedKey(term))?.id ?? newId() }))
      .filter((term) => changedFields(byKey.get(countedKey(term)), term).length > 0),
    removed: known.filter((term) => !keys.has(countedKey(term))),
  };
}

function countedKey(term: TermDetails): string {
  return `${keyOf(term)} ${term.unit} ${term.period}`;
}

/** What a row says of its destination and commodity. */
type Field = Exclude<keyof TermDetails, 'destination' | 'commodity'>;
/** Each of them, in the order of a table: one that is forgotten does not compile. */
const FIELDS = Object.keys({
  unit: true,
  quota: true,
  quotaKind: true,
  period: true,
  minimumLot: true,
  reserved: true,
  releaseHour: true,
  priceBand: true,
  freight: true,
  transitDays: true,
  paymentDays: true,
  loadTolerance: true,
  certificates: true,
} satisfies Record<Field, true>) as Field[];

/** Fields in which two versions of a row differ; all of them when there is no earlier one. */
function changedFields(before: TermDetails | undefined, after: TermDetails): Field[] {
  return FIELDS.filter((field) => !before || textOf(before, field) !== textOf(after, field));
}

function textOf(term: TermDetails, field: Field): string {
  // Silence is no tolerance of nothing.
  const value = term[field] ?? (field === 'loadTolerance' ? 'silent' : 0);
  return typeof value === 'object' && 'minimum' in value
    ? `${String(value.minimum)} to ${String(value.maximum)}`
    : String(value);
}

/** One line of the two columns: what a destination and commodity had before, and has after. */
export interface RowDifference {
  readonly destination: string;
  readonly commodity: string;
  readonly change: 'added' | 'removed' | 'changed' | 'same';
  readonly fields: readonly Field[];
  readonly before: Term | null;
  readonly after: Term | null;
}

/** Two editions of the quota table side by side, ordered by destination and commodity. */
export function differenceOf(before: readonly Term[], after: readonly Term[]): RowDifference[] {
  const old = new Map(before.map((term) => [keyOf(term), term]));
  const now = new Map(after.map((term) => [keyOf(term), term]));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const some = is ?? was;
    if (!some) return [];
    const fields = was && is ? changedFields(was, is) : [];
    const change = !was ? 'added' : !is ? 'removed' : fields.length > 0 ? 'changed' : 'same';
    return [
      {
        destination: some.destination,
        commodity: some.commodity,
        change,
        fields,
        before: was ?? null,
        after: is ?? null,
      } as const,
    ];
  });
}
