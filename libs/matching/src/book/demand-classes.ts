import { dayNumber } from '../format/calendar.js';
import type { Line, Term } from '../format/market.js';
import { askOf, type Ask } from '../normalized/normalized-market.js';

/** What lines ask for. A backlog asks for few different things: lines that want the same have one ask in common. */
export class DemandClasses {
  private readonly days = new Map<string, number>();
  private readonly asks = new Map<string, Ask>();

  of(line: Line, term: Term): Ask {
    const { needBy, minLifeDays, maxLandedPrice, certificates } = line;
    const wishes = `${term.id} ${needBy} ${String(minLifeDays)} ${String(maxLandedPrice)} ${certificates.join()}`;
    let ask = this.asks.get(wishes);
    if (ask === undefined) this.asks.set(wishes, (ask = askOf(line, term, this.day(needBy))));
    return ask;
  }

  private day(date: string): number {
    let day = this.days.get(date);
    if (day === undefined) this.days.set(date, (day = dayNumber(date)));
    return day;
  }
}
