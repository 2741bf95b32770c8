import type { components } from '#clients/partnership-agreements.js';
import { commodityNamed } from '#kernel/commodity-names.js';
import { CERTIFICATE_KINDS } from '#kernel/states.js';
import type { Unit } from '../api/types.js';
import type { FieldFault } from '../forms/faults.js';
import { baseUnitsIn, baseUnitsOf, decimalOf } from '../parts/quantities.js';
import type { Say } from '../words/say.js';
import type { RowDifference, Term } from './data.js';
import { TERM_FIELDS, termFacts } from './term-facts.js';
import type { AgreementsWords } from './words-id.js';

type Schemas = components['schemas'];
export type TermBody = Schemas['TermDto'];

/** A row of the quota table as it is typed; figures in the unit of trade. */
export interface TermDraft {
  readonly destination: string;
  /** Name or code. */
  readonly commodity: string;
  readonly unit: Unit;
  readonly quotaKind: 'cap' | 'unlimited' | 'target';
  readonly quota: string;
  readonly period: TermBody['period'];
  readonly minimumLot: string;
  readonly reserved: string;
  readonly releaseHour: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly freight: string;
  readonly transitDays: string;
  readonly paymentDays: string;
  /** In percent; empty: silent. */
  readonly loadTolerance: string;
  readonly certificates: readonly string[];
}

export function emptyDraft(destination: string): TermDraft {
  return {
    ...{ destination, commodity: '', unit: 'GRAM', quotaKind: 'cap', quota: '', period: 'day', minimumLot: '' },
    ...{ reserved: '', releaseHour: '', minimum: '', maximum: '', freight: '', transitDays: '', paymentDays: '' },
    loadTolerance: '',
    certificates: [],
  };
}

/** A row that stands, as somebody would have typed it. */
export function draftOf(term: Term, say: Say): TermDraft {
  const { unit, quotaKind = 'cap', reserved = 0, releaseHour = 0, priceBand } = term;
  const quantity = (base: number): string => (base === 0 ? '' : say.count(base / baseUnitsIn(unit)));
  return {
    destination: term.destination,
    commodity: say.commodity(term.commodity),
    unit,
    quotaKind,
    quota: quotaKind === 'unlimited' ? '' : quantity(term.quota),
    period: term.period,
    minimumLot: quantity(term.minimumLot),
    reserved: quantity(reserved),
    releaseHour: releaseHour === 0 ? '' : String(releaseHour),
    minimum: priceBand ? say.count(priceBand.minimum) : '',
    maximum: priceBand ? say.count(priceBand.maximum) : '',
    freight: say.count(term.freight),
    transitDays: String(term.transitDays),
    paymentDays: term.paymentDays == null ? '' : String(term.paymentDays),
    loadTolerance: term.loadTolerance == null ? '' : say.count(term.loadTolerance / 100),
    certificates: term.certificates,
  };
}

/** What the rows say, or where they say no figure. */
export function bodiesOf(
  rows: readonly TermDraft[],
  say: Say,
  words: Pick<AgreementsWords, 'writing'>,
): { readonly terms: TermBody[] } | { readonly faults: FieldFault[] } {
  const faults: FieldFault[] = rows.length === 0 ? [{ field: 'add', message: words.writing.noRows }] : [];
  const terms = rows.map((row, index) =>
    bodyOf(row, say.language, (field) => {
      faults.push({ field: `terms/${String(index)}/${field}`, message: words.writing.notNumber });
    }),
  );
  return faults.length === 0 ? { terms } : { faults };
}

function bodyOf(row: TermDraft, language: Say['language'], wrong: (field: string) => void): TermBody {
  const { destination, unit, quotaKind, period } = row;
  const checked = (field: string, value: number): number => {
    if (!Number.isFinite(value)) wrong(field);
    return value;
  };
  const quantity = (field: 'quota' | 'minimumLot' | 'reserved'): number =>
    checked(field, row[field] === '' ? 0 : baseUnitsOf(row[field], unit, language));
  const whole = (field: string, typed: string): number =>
    checked(field, Number(decimalOf(typed, language) ?? Number.NaN));
  const band = row.minimum !== '' || row.maximum !== '';
  return {
    ...{ destination, commodity: commodityNamed(row.commodity), unit, quotaKind, period },
    ...(quotaKind === 'unlimited' ? {} : { quota: quantity('quota') }),
    minimumLot: quantity('minimumLot'),
    ...(row.reserved === '' ? {} : { reserved: quantity('reserved') }),
    ...(row.releaseHour === '' ? {} : { releaseHour: whole('releaseHour', row.releaseHour) }),
    ...(band
      ? {
          priceBand: {
            minimum: row.minimum === '' ? 0 : whole('priceBand/minimum', row.minimum),
            maximum: whole('priceBand/maximum', row.maximum),
          },
        }
      : {}),
    freight: whole('freight', row.freight),
    transitDays: whole('transitDays', row.transitDays),
    ...(row.paymentDays === '' ? {} : { paymentDays: whole('paymentDays', row.paymentDays) }),
    ...(row.loadTolerance === '' ? {} : { loadTolerance: Math.round(whole('loadTolerance', row.loadTolerance) * 100) }),
    certificates: CERTIFICATE_KINDS.filter((kind) => row.certificates.includes(kind)),
  };
}

/** What an addendum of these rows would change, as the recorded ones are shown; rows that are not whole yet count as they stand. */
export function differenceOf(
  before: readonly Term[],
  after: readonly TermBody[],
  say: Say,
  words: AgreementsWords,
): RowDifference[] {
  const key = ({ destination, commodity }: Pick<Term, 'destination' | 'commodity'>): string =>
    `${destination} ${commodity}`;
  const old = new Map(before.map((term) => [key(term), term]));
  const now = new Map(after.map((term) => [key(term), { ...term, id: '', quota: term.quota ?? 0 } satisfies Term]));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((each) => {
    const [was, is] = [old.get(each), now.get(each)];
    const some = is ?? was;
    if (!some) return [];
    const fields = was && is ? fieldsThatDiffer(was, is, say, words) : [];
    const change = !was ? 'added' : !is ? 'removed' : fields.length > 0 ? 'changed' : 'same';
    const { destination, commodity } = some;
    return change === 'same'
      ? []
      : [{ destination, commodity, change, fields: [...fields], before: was ?? null, after: is ?? null }];
  });
}

function fieldsThatDiffer(was: Term, is: Term, say: Say, words: AgreementsWords): RowDifference['fields'] {
  const [old, now] = [termFacts(was, say, words), termFacts(is, say, words)];
  return TERM_FIELDS.filter((field) => old[field] !== now[field]);
}

/** The edition that is being written, beside the one in force. @param lastDay a new one; undefined: it stays */
export function previewOf(
  { edition, effectiveTo }: Pick<Schemas['AgreementFile'], 'edition' | 'effectiveTo'>,
  lastDay: string | undefined,
  rows: readonly RowDifference[],
) {
  const was = effectiveTo ?? '';
  return {
    before: { edition, effectiveTo: was },
    after: { edition: edition + 1, effectiveTo: lastDay ?? was, number: null, remark: null },
    rows: [...rows],
  };
}
