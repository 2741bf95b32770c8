/** One fault of a market: where (a JSON Pointer) and what. */
export interface MarketFault {
  pointer: string;
  message: string;
}

const KEPT = 100;

/** The market is refused whole. `faults` holds the first 100, `total` counts all of them. */
export class MalformedMarket extends Error {
  override readonly name = 'MalformedMarket';

  constructor(
    readonly faults: readonly MarketFault[],
    readonly total: number = faults.length,
  ) {
    super(`malformed market: ${faults[0]?.pointer ?? ''} ${faults[0]?.message ?? ''} (${String(total)} faults)`);
  }
}

/** The promised quantities cannot all be served at once: `servable` of `promised` units can. */
export class PromisesNotServable extends Error {
  override readonly name = 'PromisesNotServable';

  constructor(
    readonly promised: number,
    readonly servable: number,
    /** Lines that end below their promise in one best attempt, with what each lacks. */
    readonly lacking: readonly { line: string; quantity: number }[],
  ) {
    super(`only ${String(servable)} of ${String(promised)} promised units can be served at once`);
  }
}

/** Collects faults and keeps the first 100. */
export class FaultList {
  readonly kept: MarketFault[] = [];
  total = 0;

  add(pointer: string, message: string): void {
    this.total += 1;
    if (this.kept.length < KEPT) this.kept.push({ pointer, message });
  }

  throwIfAny(): void {
    if (this.total > 0) throw new MalformedMarket(this.kept, this.total);
  }
}

/** A run took longer than its caller allows; nothing of it is kept. */
export class RunLimitReached extends Error {
  override readonly name = 'RunLimitReached';

  constructor(readonly limitMs: number) {
    super(`the run reached its limit of ${String(limitMs)} ms`);
  }
}
