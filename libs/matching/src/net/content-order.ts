import { byText } from '../format/order.js';
import type { NormalizedMarket } from '../normalized/normalized-market.js';
import type { Net } from './net.js';

/** Classes in an order that depends on their lots' properties alone. */
export function classesByContent({
  normal,
  classes,
  sample,
  lifeAt,
  readyAt,
  priceAt,
  profileAt,
  certAt,
  demands,
}: Net): number[] {
  const blocks = demands.blockKinds.length;
  const profile = Array.from({ length: classes }, (_, c) =>
    certAt.subarray(profileAt[c] ?? 0, (profileAt[c] ?? 0) + blocks).join(),
  );
  const lot = (c: number): NormalizedMarket['lots'][number] | undefined => normal.lots[sample[c] ?? 0];
  return Array.from({ length: classes }, (_, c) => c).sort(
    (a, b) =>
      byText(lot(a)?.product ?? '', lot(b)?.product ?? '') ||
      (lifeAt[a] ?? 0) - (lifeAt[b] ?? 0) ||
      (readyAt[a] ?? 0) - (readyAt[b] ?? 0) ||
      (priceAt[a] ?? 0) - (priceAt[b] ?? 0) ||
      byText(profile[a] ?? '', profile[b] ?? '') ||
      byText(lot(a)?.origin ?? '', lot(b)?.origin ?? ''),
  );
}
