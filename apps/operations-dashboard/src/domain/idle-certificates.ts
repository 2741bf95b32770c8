import type { Market } from './markets.js';
import { unique, type Named, type Names } from './names.js';
import { total } from './reasons.js';

/** A certificate that unsold stock lacks and that is asked for here, yet would sell nothing more. */
export interface IdleCertificate {
  readonly certificate: string;
  readonly lots: readonly Named[];
  readonly gain: 0;
  /** What stops every line that still wants something. */
  readonly stoppedBy: readonly string[];
  /** Partners that ask for the certificate. */
  readonly askedBy: readonly string[];
}

/** Reasons that no certificate lifts: the way to the buyer itself is closed or full. */
const BEYOND_CERTIFICATES = new Set([
  'REGION_NOT_COVERED',
  'AGREEMENT_NOT_IN_FORCE',
  'AGREEMENT_SUSPENDED',
  'QUOTA_EXHAUSTED',
  'PARTNER_SHARE_RESERVED',
]);

/**
 * Certificates that would not help. Certain, not guessed: when every unit still wanted is stopped by what lies between
 * the market and its buyer (all quotas that have open demand are full), more arcs from lots sell nothing more.
 * Lots that a missing certificate keeps out already have that as their own reason.
 */
export function idleCertificates(market: Market, names: Names): IdleCertificate[] {
  const unfilled = market.lines.flatMap((line) => line.unfilled);
  if (unfilled.some(({ code }) => !BEYOND_CERTIFICATES.has(code))) return [];
  const left = market.lots.filter(
    ({ unsold }) => total(unsold.filter(({ kind }) => kind === 'cut')) > 0 && !unsold.some(lacksCertificate),
  );
  const asked = [...new Set(market.lines.flatMap(({ certificates }) => certificates))].sort();
  return asked.flatMap((certificate) => {
    const lots = left.filter(({ lot }) => !lot.certificates.includes(certificate)).map(({ lot }) => names.of(lot.id));
    if (lots.length === 0) return [];
    const askers = market.lines.filter(({ certificates }) => certificates.includes(certificate));
    return [
      {
        certificate,
        lots: unique(lots),
        gain: 0 as const,
        stoppedBy: [...new Set(unfilled.map(({ code }) => code))],
        askedBy: [...new Set(askers.map(({ partner }) => partner))].sort(),
      },
    ];
  });
}

function lacksCertificate({ code }: { readonly code: string }): boolean {
  return code === 'CERTIFICATE_MISSING';
}
