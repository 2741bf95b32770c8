import type { CertificateStatus, CertificateKind } from '#kernel/states.js';
import { CERTIFICATE_WORDS } from '#kernel/refusals/state-words.js';
import type { Words } from '#kernel/refusals/words.js';
import { says } from '#kernel/refusals/sentences.js';
import type { DataOf } from '#kernel/data-of.js';
import { DomainError, type SaidFault } from '#kernel/domain-error.js';
import { violations, throwIfInvalid } from './faults.js';

/** Legal changes of status; `revoked` is final, and what was never verified has nothing to revoke. */
export const NEXT_STATUS: Readonly<Record<CertificateStatus, readonly CertificateStatus[]>> = {
  recorded: ['verified'],
  verified: ['revoked'],
  revoked: [],
};

/** What an officer copies from a certificate. */
export interface CertificateDetails {
  readonly kind: CertificateKind;
  readonly number: string;
  /** Commodities that it covers; empty: all of its holder. */
  readonly products: readonly string[];
  readonly issued: string;
  /** Last day on which it holds; absent: no end. */
  readonly until?: string;
}

/** Shapes of numbers. P-IRT: packaging 1-8, food type 2, regency 4, serials 2 + 4, expiry year 2 (docs/domain.md). */
const SHAPES: Readonly<Record<CertificateKind, { shape: RegExp; like: string | Words }>> = {
  'P-IRT': { shape: /^P-IRT [1-8]\d{12}-\d{2}$/, like: 'P-IRT 2063302010001-24' },
  // Halal: today's ID + 17 digits, or a number of MUI from before.
  HALAL: {
    shape: /^(ID\d{17}|\d{11,17})$/,
    like: { en: 'ID33110000000010120 or an older MUI number', id: 'ID33110000000010120 atau nomor MUI lama' },
  },
  SNI: { shape: /^SNI [0-9A-Z][0-9A-Z ./:-]{2,58}$/, like: 'SNI 01-3743-1995' },
  ORGANIC: { shape: /^[0-9A-Z][0-9A-Z ./-]{3,59}$/, like: '123-LSO-001-IDN' },
  MD: { shape: /^(BPOM RI )?MD \d{12,15}$/, like: 'MD 255511001052' },
};

/** A certificate. Guards one rule: only a verified one lends itself to a lot. */
export class Certificate {
  readonly id: string;
  readonly producerId: string;
  readonly origin: string;
  readonly kind: CertificateKind;
  readonly number: string;
  readonly products: string[];
  readonly issued: string;
  readonly until: string | null;
  status: CertificateStatus;
  verifiedBy: string | null;
  /** Version of the last event; 0: none yet. */
  version: number;

  /** @throws DomainError INVALID with pointers into the details */
  static record(id: string, holder: { id: string; origin: string }, details: CertificateDetails): Certificate {
    throwIfInvalid(certificateFaults(details, holder.origin));
    return Certificate.of({
      kind: details.kind,
      number: details.number,
      issued: details.issued,
      products: [...details.products],
      until: details.until ?? null,
      id,
      producerId: holder.id,
      origin: holder.origin,
      status: 'recorded',
      verifiedBy: null,
      version: 0,
    });
  }

  /** The certificate as it was kept. */
  static of(record: DataOf<Certificate>): Certificate {
    return Object.assign(Object.create(Certificate.prototype) as Certificate, record);
  }

  /** @throws DomainError ILLEGAL_TRANSITION */
  verify(by: string): void {
    this.move('verified');
    this.verifiedBy = by;
  }

  /** @throws DomainError ILLEGAL_TRANSITION */
  revoke(): void {
    this.move('revoked');
  }

  private move(to: CertificateStatus): void {
    if (!NEXT_STATUS[this.status].includes(to)) {
      throw new DomainError('ILLEGAL_TRANSITION.certificate', {
        from: CERTIFICATE_WORDS[this.status],
        to: CERTIFICATE_WORDS[to],
      });
    }
    this.status = to;
    this.version += 1;
  }
}

function certificateFaults({ kind, number, issued, until }: CertificateDetails, origin: string): SaidFault[] {
  const { shape, like } = SHAPES[kind];
  const fits = shape.test(number);
  const pirt = kind === 'P-IRT' && fits;
  return violations(
    [fits, '/number', says('certificate-like', { like })],
    [until === undefined || until >= issued, '/until', says('certificate-until')],
    // The number names the regency and the year of expiry, so both can be held against the rest.
    [!pirt || number.slice(9, 13) === origin.replace('.', ''), '/number', says('pirt-regency', { region: origin })],
    [!pirt || until !== undefined, '/until', says('pirt-until')],
    [!pirt || until === undefined || until.slice(2, 4) === number.slice(-2), '/until', says('pirt-year')],
  );
}
