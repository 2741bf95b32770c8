import type { MatchingResult, ReasonCode } from '../format/result.js';
import { objection, type Facts } from './facts.js';
import { PAIR_GATES } from './reasons.js';
import { Skyline } from './skyline.js';

const CODES: ReadonlySet<ReasonCode> = new Set(PAIR_GATES);

/**
 * A gate is told of lots that no line may take. Lots that can do no more than another one told so are not tried again, so the
 * cost is that of the cut.
 */
export function checkGates(facts: Facts, { unsold }: MatchingResult, fault: (text: string) => void): void {
  const skyline = new Skyline(facts);
  for (const { lot, reasons } of unsold) {
    if (reasons.some(({ kind, code }) => kind === 'gate' && CODES.has(code))) skyline.add(facts.findLot.at(lot));
  }
  const { lots } = skyline;
  if (lots.length === 0) return;
  const byProduct = Array.from({ length: facts.products }, (): number[] => []);
  facts.lines.forEach((line, j) => {
    if (takesAny(facts, j)) byProduct[facts.lineProduct[j] ?? 0]?.push(j);
  });
  for (const i of lots) {
    for (const j of byProduct[facts.lotProduct[i] ?? 0] ?? []) {
      if (objection(facts, i, j) !== null) continue;
      fault(
        `unsold of ${facts.lots[i]?.id ?? ''}: a gate is told, though line ${facts.lines[j]?.id ?? ''} may take it`,
      );
      return;
    }
  }
}

/** Whether a line is one that units can go to: promised, or new ones in whole sacks. */
function takesAny({ lines, lineServed, market }: Facts, j: number): boolean {
  const line = lines[j];
  if (line === undefined) return false;
  const parcels = market.parcels ?? {};
  const sack = Object.hasOwn(parcels, line.product) ? (parcels[line.product] ?? 1) : 1;
  return line.promised > 0 || (lineServed[j] === 1 && line.quantity - line.promised >= sack);
}
