import { PromiseBook, PromisesNotServable } from '#matching/promise-book.js';
import { toMatchingMarket } from '../../apps/order-routing/src/domain/engine/matching-market.js';
import { loadMarket } from '../../apps/order-routing/src/persistence/load-market.js';
import type { Audit } from './invariant.js';

/** One solve a market: the promises that are not bound yet, served from the free stock alone. */
export const auditPromises: Audit = async ({ query }) => {
  const faults: string[] = [];
  const [clock] = await query<{ offset_ms: number }>('order-routing', 'SELECT offset_ms FROM business_clock');
  const now = new Date(Date.now() + (clock?.offset_ms ?? 0));
  for (const { id } of await query<{ id: string }>('order-routing', 'SELECT id FROM market')) {
    const state = await loadMarket({ query: (sql, parameters) => query('order-routing', sql, parameters) }, id);
    try {
      new PromiseBook(toMatchingMarket(state, now));
    } catch (error) {
      if (!(error instanceof PromisesNotServable)) throw error;
      faults.push(`market ${id}: ${error.message}`);
    }
  }
  return faults;
};
