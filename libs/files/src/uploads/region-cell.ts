import { isRegionCode } from '#kernel/region-code.js';
import { says } from '#kernel/refusals/sentences.js';
import type { Words } from '#kernel/refusals/words.js';
import { regionExists } from '#platform/regions/region-list.js';
import { RegionNames } from '#platform/regions/region-names.js';
import type { Cell } from '../spreadsheets/cells.js';

/** What a cell says of a region: a code; one that has to be looked at; nothing sure, in words for its sender; or nothing. */
export type RegionCell =
  | { readonly code: string }
  | { readonly read: string; readonly said: Words }
  | { readonly fault: Words; readonly code: 'DIGITS_LOST' | 'INVALID' }
  | { readonly unread: string };

type Written = Pick<Cell, 'kind' | 'text'>;

/** Provinces that BPS numbers otherwise than the ministry, and what each of its numbers is there. */
const BPS_PROVINCES: Readonly<Record<string, string>> = {
  91: '92',
  92: '96',
  94: '91',
  95: '93',
  96: '94',
  97: '95',
};

/** How many regions are named to somebody who has to choose. */
const MOST_LIKELY = 6;

let names: RegionNames | undefined;

/** Of a region with a government of its own: its code, or its name as people write it. */
export function readRegion(cell: Written): RegionCell {
  const found = readVillage(cell);
  return 'unread' in found && cell.kind === 'text' ? readName(cell.text) : found;
}

/**
 * Of a village, or of any region, by code alone. Dots are the ministry's: the statistical office (BPS) writes none, and its
 * numbers are others in many provinces, so digits alone are never taken without a look.
 * docs/decisions/0044-files-as-offices-keep-them.md
 */
export function readVillage({ kind, text }: Written): RegionCell {
  const dotted = kind === 'time' ? text.replace(':', '.') : text.replaceAll(/\s*[.,]\s*/g, '.').replaceAll(' ', '');
  if (kind === 'text' && isRegionCode(text)) return { code: text };
  // A spreadsheet takes 73.10 for a number and keeps 73.1: a number can have been nothing else; a text can.
  if (/^\d{2}\.\d$/.test(dotted)) {
    const likely = withName(`${dotted}0`);
    if (kind === 'number') return { read: `${dotted}0`, said: says('place-named', { text, likely }) };
    return { fault: says('code-likely', { text, likely }), code: 'DIGITS_LOST' };
  }
  if (isRegionCode(dotted)) {
    if (kind === 'number') return { code: dotted };
    return { read: dotted, said: says('place-named', { text, likely: withName(dotted) }) };
  }
  const digits = dotted.replaceAll('.', '');
  // A number of three decimals is none of these.
  if (!/^\d{3,10}$/.test(digits) || (kind === 'number' && text.includes('.'))) return { unread: text };
  return readDigits(text, digits);
}

/** Digits without dots: the ministry's of 4, 6 or 10, or those of BPS, of 4, 7 or 10. */
function readDigits(text: string, digits: string): RegionCell {
  const [, ...parts] = /^(\d{2})(\d{2})(\d{2}|)([12]\d{3}|)$/.exec(digits) ?? [];
  const code = parts.filter((part) => part !== '').join('.');
  const other = BPS_PROVINCES[digits.slice(0, 2)];
  if (other !== undefined) {
    const likely = [...(regionExists(code) ? [code] : []), other].map(withName).join('; ');
    return { fault: says('code-two-offices', { text, likely }), code: 'INVALID' };
  }
  if (isRegionCode(code) && regionExists(code)) {
    return { read: code, said: says('code-undotted', { text, likely: withName(code) }) };
  }
  const likely = [`${digits.slice(0, 2)}.${digits.slice(2, 4)}`, digits.slice(0, 2)].filter(regionExists).map(withName);
  return likely.length === 0
    ? { unread: text }
    : { fault: says('code-none', { text, likely: likely.join('; ') }), code: 'INVALID' };
}

/** A name, with or without what kind of government it is, its province behind a comma, or its code beside it. */
function readName(text: string): RegionCell {
  names ??= new RegionNames();
  const [code] = /(?<![\d.])\d{2}(\.\d{2})?(?![\d.])/.exec(text) ?? [];
  const name = code === undefined ? text : text.replace(code, ' ');
  const called = names.called(name);
  const listed = (codes: readonly string[]): string => codes.slice(0, MOST_LIKELY).map(withName).join('; ');
  if (code !== undefined) {
    const agreed = called.find((region) => region.code === code);
    if (agreed) return { read: code, said: says('place-named', { text, likely: withName(code) }) };
    const likely = listed([code, ...called.map((region) => region.code)].filter(regionExists));
    return likely === '' ? { unread: text } : { fault: says('region-differs', { text, likely }), code: 'INVALID' };
  }
  const [one, ...more] = called;
  if (one === undefined) {
    const likely = listed(names.near(name).map((region) => region.code));
    return likely === '' ? { unread: text } : { fault: says('region-near', { text, likely }), code: 'INVALID' };
  }
  if (more.length === 0) return { read: one.code, said: says('place-named', { text, likely: withName(one.code) }) };
  return { fault: says('region-several', { text, likely: listed(called.map((each) => each.code)) }), code: 'INVALID' };
}

/** A code with the name of its region, as its sender can check it; a village goes by its regency. */
function withName(code: string): string {
  names ??= new RegionNames();
  return [code, names.inWords(code)].filter((part) => part !== '').join(' ');
}
