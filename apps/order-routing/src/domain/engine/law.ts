import { binds, concerns, type CertificateRule } from '#kernel/certificate-rules.js';
import { localDateAt } from '#kernel/local-date.js';
import { heldUntil, holdings, NOT_HELD, WITHOUT_END } from '#matching/format/certificate-validity.js';
import type { HeldCertificate } from '#matching/format/market.js';
import type { Line } from '../ledger/line.js';
import type { Lot } from '../ledger/lot.js';
import type { MarketState } from '../ledger/market-state.js';
import { certificateRules } from '../ledger/office-policy.js';

/** A kind of the engine that stands for a rule: held by what meets it, and by what it does not concern. */
const LAW = 'law: ';

/**
 * What the law asks of each sale on a day. Lots of one commodity may differ in what it asks of them, so a line asks for the
 * rules that bind its use, and each lot says by itself whether it meets them.
 */
export class Law {
  private readonly rules: readonly CertificateRule[];
  private readonly day: string;
  private readonly asked = new Map<Line['use'], readonly string[]>();

  constructor(state: MarketState, at: Date) {
    this.day = localDateAt(at, state.origin);
    this.rules = certificateRules(state.policy);
  }

  /** Kinds that a line asks of every lot. */
  askedBy({ use }: Pick<Line, 'use'>): readonly string[] {
    let kinds = this.asked.get(use);
    if (!kinds) {
      kinds = this.rules.filter((rule) => binds(rule, use, this.day)).map(kindOf);
      this.asked.set(use, kinds);
    }
    return kinds;
  }

  /** What a lot holds of rules, until when: a rule ends with the certificate that meets it. */
  metBy({ law }: Pick<Lot, 'law'>, certificates: readonly HeldCertificate[]): HeldCertificate[] {
    const held = holdings(certificates);
    return this.rules.flatMap((rule): HeldCertificate[] => {
      // Goods of an earlier release say nothing of themselves: they are sold as they were.
      if (law === null || !concerns(rule, law)) return [kindOf(rule)];
      const until = Math.max(...rule.kinds.map((kind) => heldUntil(held, [kind])));
      if (until === NOT_HELD) return [];
      return [until === WITHOUT_END ? kindOf(rule) : { kind: kindOf(rule), until: dateOf(until) }];
    });
  }
}

/** The certificate that would open the gate of a rule, for one of the engine's kinds; any other stays as it is. */
export function certificateOf(state: MarketState, kind: string): string {
  if (!kind.startsWith(LAW)) return kind;
  const rule = certificateRules(state.policy).find((each) => kindOf(each) === kind);
  return rule?.kinds[0] ?? kind.slice(LAW.length);
}

function kindOf({ id }: CertificateRule): string {
  return LAW + id;
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
