import { isRegionCode } from '#kernel/region-code.js';
import type { Cell } from '../spreadsheets/cells.js';

/** What a cell says of a region: a code; one that only fits so; or one that is likely and has to be written again. */
export type RegionCell =
  { readonly code: string } | { readonly read: string } | { readonly likely: string } | { readonly unread: string };

/**
 * A spreadsheet takes 73.10 for a number and keeps 73.1, or for ten past one in the afternoon. A number of one decimal can
 * have been nothing else; a text can.
 */
export function readRegion({ kind, text }: Pick<Cell, 'kind' | 'text'>): RegionCell {
  const dotted = kind === 'time' ? text.replace(':', '.') : text.replaceAll(/\s*[.,]\s*/g, '.').replaceAll(' ', '');
  if (kind === 'text' && isRegionCode(text)) return { code: text };
  if (/^\d{2}\.\d$/.test(dotted)) return kind === 'number' ? { read: `${dotted}0` } : { likely: `${dotted}0` };
  if (isRegionCode(dotted)) return kind === 'number' ? { code: dotted } : { read: dotted };
  const digits = dotted.replaceAll('.', '');
  // What `unambiguous` writes behind three decimals, and a code without dots.
  const parts = /^(\d{2})(\d{2}|)(\d{2}|)([12]\d{3}|)$/.exec(digits);
  const joined = parts
    ?.slice(1)
    .filter((part) => part !== '')
    .join('.');
  return joined !== undefined && isRegionCode(joined) && (kind === 'number' ? !text.includes('.') : true)
    ? { read: joined }
    : { unread: text };
}
