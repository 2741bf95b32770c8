/**
 * The clock of the business: what day it is for agreements, orders and shelf lives. Wall clock + offset; the offset is
 * zero in production and moved forward in the embedded run. Security, leases and timeouts use the wall clock instead.
 */
export class BusinessClock {
  constructor(private offsetMs = 0) {}

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** Milliseconds that business time is ahead of wall time (negative: behind). */
  get offset(): number {
    return this.offsetMs;
  }

  /** Takes over an offset that was published or stored. */
  adjust(offsetMs: number): void {
    this.offsetMs = offsetMs;
  }
}
