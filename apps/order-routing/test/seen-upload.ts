import type { RowView, UploadView } from '#files/uploads/find-uploads.js';
import type { OrderView } from '../src/domain/views/order-view.js';

/** An upload of orders with its first rows, as its sender reads it. */
export type SeenUpload = Omit<UploadView, 'createdAt'> & { readonly items: readonly SeenRow[] };

/** A row of it; once it is placed, its outcome has the order. */
export type SeenRow = Omit<RowView, 'outcome'> & {
  readonly outcome: { readonly status: string; readonly order?: OrderView } | null;
};

/** State of each row, with the cells and codes of what is wrong. */
export function judged({ items }: SeenUpload): (readonly [string, string[]])[] {
  return items.map(({ state, faults }) => [state, faults.map(({ cell, code }) => `${String(cell)} ${code}`)] as const);
}

/** State of each row, with the first code. */
export function firstCodes({ items }: SeenUpload): (readonly [string, string | undefined])[] {
  return items.map(({ state, faults }) => [state, faults[0]?.code] as const);
}

/** What each row has ordered, in base units. */
export function ordered({ items }: SeenUpload): (number | undefined)[] {
  return items.map(({ outcome }) => outcome?.order?.lines[0]?.quantity);
}
