import type { CertificateStatus, CertificateKind } from '#kernel/states.js';
import { CERTIFICATE_WORDS } from '#kernel/refusals/state-words.js';
import { says } from '#kernel/refusals/sentences.js';
import type { DataOf } from '#kernel/data-of.js';
import { DomainError, faultAt, type SaidFault } from '#kernel/domain-error.js';
import { certificateNumber, isStandard, NUMBERS, partsOfPirt } from './certificate-number.js';
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
  /** Of a group's certificate: members whose goods it covers; absent or empty: all that its holder sells. */
  readonly members?: readonly string[];
}

/** A certificate. Guards one rule: only a verified one lends itself to a lot. */
export class Certificate {
  readonly id: string;
  readonly producerId: string;
  readonly origin: string;
  readonly kind: CertificateKind;
  readonly number: string;
  readonly products: string[];
  readonly members: string[];
  readonly issued: string;
  readonly until: string | null;
  status: CertificateStatus;
  verifiedBy: string | null;
  /** Version of the last event; 0: none yet. */
  version: number;

  /**
   * @param today local to the origin
   * @throws DomainError INVALID with pointers into the details
   */
  static record(
    id: string,
    holder: { id: string; origin: string },
    details: CertificateDetails,
    today: string,
  ): Certificate {
    const number = certificateNumber(details.kind, details.number);
    throwIfInvalid(certificateFaults({ ...details, number }, details.number, today));
    return Certificate.of({
      kind: details.kind,
      number,
      members: [...(details.members ?? [])],
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

  /**
   * @param today local to the origin
   * @throws DomainError ILLEGAL_TRANSITION, INVALID for one that has ended
   */
  verify(by: string, today: string): void {
    throwIfInvalid(
      violations([this.until === null || this.until >= today, '/until', says('certificate-ended', { day: today })]),
    );
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

function certificateFaults(
  { kind, number, issued, until }: CertificateDetails,
  written: string,
  today: string,
): SaidFault[] {
  const { shape, like } = NUMBERS[kind];
  const isPirt = kind === 'P-IRT';
  const year = isPirt ? partsOfPirt(number)?.year : undefined;
  return violations(
    [!isStandard(kind, number), '/number', says('certificate-standard', { number: written })],
    [isStandard(kind, number) || shape.test(number), '/number', says('certificate-like', { like })],
    [issued <= today, '/issued', says('not-after-today', { day: today })],
    [until === undefined || until >= issued, '/until', says('certificate-until')],
    [until === undefined || until < issued || until >= today, '/until', says('certificate-ended', { day: today })],
    [!isPirt || until !== undefined, '/until', says('pirt-until')],
    // The number names the year of expiry, so it can be held against the rest.
    [year === undefined || until === undefined || until.slice(2, 4) === year, '/until', says('pirt-year')],
  );
}

/** What is possible of a certificate, but not likely: an officer looks at it before it is verified. */
export function certificateDoubts({ kind, number }: Pick<Certificate, 'kind' | 'number'>, origin: string): SaidFault[] {
  if (kind !== 'P-IRT') return [];
  const parts = partsOfPirt(number);
  if (!parts) return [faultAt('/number', says('pirt-longer'))];
  return violations([parts.regency === origin.replace('.', ''), '/number', says('pirt-regency', { region: origin })]);
}
