import type { Reason } from '../format/result.js';
import type { Finder } from './numbers.js';

/** Checks that a result names what is left of every lot (or line), with reasons that sum to it. */
export class Remainders {
  private readonly named: Uint8Array;

  constructor(
    private readonly name: 'unsold' | 'unfilled',
    private readonly quantity: Float64Array,
    private readonly finder: Finder,
    private readonly done: Float64Array,
    private readonly fault: (text: string) => void,
  ) {
    this.named = new Uint8Array(quantity.length);
  }

  check(id: string, { quantity, reasons }: { quantity: number; reasons: readonly Reason[] }): void {
    const { name, fault } = this;
    const at = this.finder.at(id);
    if (at < 0 || this.named[at] === 1) {
      fault(`${name} names what the market does not hold, or twice: ${id}`);
      return;
    }
    this.named[at] = 1;
    if (quantity !== this.left(at)) fault(`${name} of ${id} is not what is left of it`);
    let sum = 0;
    for (const reason of reasons) {
      sum += reason.quantity;
      if (reason.kind !== 'cut') continue;
      if (!(reason.gain > 0)) fault(`${name} of ${id}: a cut reason without gain`);
      if (name === 'unsold' && reason.quantity > reason.gain) {
        fault(`${name} of ${id}: a cut reason for more than it would sell`);
      }
    }
    if (sum !== quantity) fault(`${name} of ${id}: reasons do not sum to its quantity`);
  }

  /** What was not named must have nothing left. */
  close(): void {
    for (let at = 0; at < this.named.length; at += 1) {
      if (this.named[at] === 0 && this.left(at) !== 0) {
        this.fault(`${this.name} leaves out record ${String(at)} of the market, which has a remainder`);
      }
    }
  }

  private left(at: number): number {
    return (this.quantity[at] ?? 0) - (this.done[at] ?? 0);
  }
}
