import type { Explanation, Reason } from '../api/types.js';
import { sum } from '../parts/sum.js';
import type { Say } from '../words/say.js';
import type { Allocated, Lot, LotToday, Producer, ProducerData, RegistryData } from './data.js';
import { soldOf } from './lot-state.js';
import type { RegistryWords } from './words-id.js';

/** Goods of an allocation in one of these states are on their way to a buyer. */
const UNDER_WAY = new Set<Allocated['status']>(['offered', 'confirmed', 'dispatched']);

/** What one producer gave to a lot, and what of it is sold. Base units. */
export interface Part {
  readonly lot: Lot;
  readonly given: number;
  readonly sold: number;
}

/** A producer's parts of its lots, the newest first; an aggregator's part is the whole lot. */
export function partsOf({ lots, allocated, settled }: Pick<ProducerData, 'lots' | 'allocated' | 'settled'>): Part[] {
  return lots.map((lot) => {
    if (lot.contributed === null) return { lot, given: lot.quantity, sold: soldOf(lot) };
    const underWay = allocated.filter(({ lotId, status }) => lotId === lot.id && UNDER_WAY.has(status));
    const accepted = settled.filter(({ lotId }) => lotId === lot.id);
    const sold = sum(underWay.map(({ contributed }) => contributed ?? 0)) + sum(accepted.map((one) => one.quantity));
    return { lot, given: lot.contributed, sold };
  });
}

/** What holds a lot of today back under a code, with what would change it. */
export function reasonOf(
  code: string,
  { id, commodity }: Pick<LotToday, 'id' | 'commodity'>,
  reasons: readonly Explanation[],
): Reason | undefined {
  const unsold = reasons.find((one) => one.commodity === commodity)?.unsold ?? [];
  const named = unsold.filter((reason) => reason.code === code);
  return named.find(({ lots }) => lots?.some((lot) => lot.id === id)) ?? named[0];
}

/** Why a producer's goods were, or were not, sold: its newest lot in one sentence and, where there is one, the way out. */
export function whyOf(
  { status }: Pick<Producer, 'status'>,
  parts: readonly Part[],
  { today, reasons }: Pick<RegistryData, 'today' | 'reasons'>,
  { say, words: { why } }: { readonly say: Say; readonly words: RegistryWords },
): string {
  const [part] = parts;
  if (status === 'draft') return why.draft;
  if (status === 'suspended') return why.suspended;
  if (status === 'closed') return why.closed;
  if (!part) return why.nothing;
  const { lot, given, sold } = part;
  const [amount, of] = [say.exact(sold, lot.unit), say.exact(given, lot.unit)];
  const goods = say.commodity(lot.commodity);
  if (sold >= given) return why.all(of, goods, say.date(lot.producedOn));
  const head = why.part(amount, of, goods, say.date(lot.producedOn));
  const flow = today.find(({ id }) => id === lot.id);
  const [most] = [...(flow?.unsold ?? [])].sort((a, b) => b.quantity - a.quantity);
  if (!flow || !most) return `${head} ${pastReason(lot, why)}`.trim();
  const reason = reasonOf(most.code, flow, reasons);
  const cause = why.because(reason ? say.short(reason, lot.unit) : say.reasonWord(most.code));
  const turn = lot.pooled && flow.bound > 0 ? why.turn : '';
  const change = reason && say.sentence(reason, lot.unit);
  return [head, cause, turn, change ?? ''].filter((text) => text !== '').join(' ');
}

/** Of a lot whose day is over. */
function pastReason({ balance, onHold }: Lot, why: RegistryWords['why']): string {
  if (!balance) return why.unanswered;
  if (onHold || balance.held > 0) return why.held;
  if (balance.withdrawn > 0) return why.withdrawn;
  if (balance.writtenOff > 0) return why.writtenOff;
  return '';
}
