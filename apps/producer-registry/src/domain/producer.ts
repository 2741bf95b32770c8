import type { ProducerStatus, UmkmClass, UmkmRule, ProducerKind, AggregatorForm } from '#kernel/states.js';
import { PRODUCER_KIND_WORDS, PRODUCER_WORDS } from '#kernel/refusals/state-words.js';
import { says } from '#kernel/refusals/sentences.js';
import type { Words } from '#kernel/refusals/words.js';
import type { DataOf } from '#kernel/data-of.js';
import { DomainError, faultAt, type SaidFault } from '#kernel/domain-error.js';
import { covers } from '#kernel/region-code.js';
import { violations, throwIfInvalid } from './faults.js';
import { nikFault } from './nik.js';
import { classificationFaults, type Classification } from './umkm-class.js';

/** What an officer says of a producer; status, region and id are not theirs to say. */
export interface ProducerDetails extends Classification {
  /** The officer's own number for it, unique in the region. */
  readonly reference?: string;
  readonly kind: ProducerKind;
  readonly form?: AggregatorForm;
  readonly name: string;
  /** Village code, NN.NN.NN.NNNN. */
  readonly village: string;
  readonly kbli?: string;
  readonly kbliVersion?: string;
  readonly workers: { readonly total: number; readonly women: number; readonly youth: number };
  readonly nib?: string;
  readonly nik?: string;
  /** Why the NIK is kept (UU 27/2022); without a purpose none is. */
  readonly nikPurpose?: string;
  readonly healthInsured: boolean;
  /** Members agreed beforehand that what is allocated to them is confirmed. */
  readonly standingConsent?: boolean;
}

/** Which regions exist. */
export interface KnownVillages {
  /** A village. */
  has(code: string): boolean;
  /** A regency of today, or of before. */
  wasRegency(code: string): boolean;
  /** What is wrong with the region that sells; undefined when nothing is. */
  originFault(code: string): Words | undefined;
}

/** Legal changes of standing; `closed` is final. */
export const NEXT: Readonly<Record<ProducerStatus, readonly ProducerStatus[]>> = {
  draft: ['verified', 'closed'],
  verified: ['suspended', 'closed'],
  suspended: ['verified', 'closed'],
  closed: [],
};

/** What is kept of a producer. */
export type ProducerRecord = DataOf<Producer>;

/** A producer, or an aggregator that stands for its members. Guards one rule: its standing changes by NEXT only. */
export class Producer {
  readonly id: string;
  readonly origin: string;
  readonly reference: string | null;
  readonly kind: ProducerKind;
  readonly form: AggregatorForm | null;
  readonly name: string;
  readonly village: string;
  readonly kbli: string | null;
  readonly kbliVersion: string | null;
  readonly umkmClass: UmkmClass;
  readonly umkmRule: UmkmRule;
  readonly umkmAsOf: string;
  readonly workersTotal: number;
  readonly workersWomen: number;
  readonly workersYouth: number;
  readonly nib: string | null;
  readonly nikSealed: Buffer | null;
  readonly nikFingerprint: Buffer | null;
  readonly nikPurpose: string | null;
  readonly healthInsured: boolean;
  readonly standingConsent: boolean;
  /** On what it was verified: a list, a letter, a visit; null: nobody has said. */
  verifiedOn: string | null;
  status: ProducerStatus;
  /** The producer that it turned out to be, where it was registered twice; null: it is one by itself. */
  mergedInto: string | null;
  /** Version of the last event; the row is locked before it is counted up. */
  version: number;

  /** @throws DomainError INVALID with pointers into the details */
  static register(
    id: string,
    origin: string,
    details: ProducerDetails,
    about: { readonly nik: EncryptedNik | undefined; readonly villages: KnownVillages },
  ): Producer {
    const { nik, villages } = about;
    const noMarket = villages.originFault(origin);
    throwIfInvalid([
      ...(noMarket ? [faultAt('/origin', noMarket)] : []),
      ...detailFaults(details, origin, villages),
      ...villageFaults(details, villages),
    ]);
    return Producer.of({
      id,
      origin,
      ...fieldsOf(details),
      nikSealed: nik?.sealed ?? null,
      nikFingerprint: nik?.fingerprint ?? null,
      nikPurpose: details.nikPurpose ?? null,
      verifiedOn: null,
      status: 'draft',
      mergedInto: null,
      version: 1,
    });
  }

  /** The producer as it was kept. */
  static of(record: ProducerRecord): Producer {
    return Object.assign(Object.create(Producer.prototype) as Producer, record);
  }

  /**
   * Replaces what an officer says of it. A NIK that is not told stays as it is: nobody can read it back to send it again.
   *
   * A village that was abolished since may stay, until another is given.
   *
   * @param about the new NIK, sealed, when the details have one
   * @throws DomainError INVALID with pointers into the details, ILLEGAL_TRANSITION once it is closed
   */
  change(
    details: ProducerDetails,
    about: { readonly nik: EncryptedNik | undefined; readonly villages: KnownVillages },
  ): void {
    const { nik, villages } = about;
    if (this.status === 'closed') {
      throw new DomainError('ILLEGAL_TRANSITION.closed');
    }
    const kept = violations([
      details.kind === this.kind,
      '/kind',
      says('kind-stays', { kind: PRODUCER_KIND_WORDS[this.kind] }),
    ]);
    const moved = details.village === this.village ? [] : villageFaults(details, villages);
    throwIfInvalid([...kept, ...detailFaults(details, this.origin, villages), ...moved]);
    Object.assign(this, fieldsOf(details));
    if (nik) {
      const { sealed: nikSealed, fingerprint: nikFingerprint } = nik;
      Object.assign(this, { nikSealed, nikFingerprint, nikPurpose: details.nikPurpose });
    }
    this.version += 1;
  }

  /**
   * Forgets who it is; what it made and sold stays under its id.
   *
   * @throws DomainError ILLEGAL_TRANSITION unless it is closed: nothing of it may be for sale any more
   */
  erase(): void {
    if (this.status !== 'closed') {
      throw new DomainError('ILLEGAL_TRANSITION.erase');
    }
    const nothing = { reference: null, nib: null, nikSealed: null, nikFingerprint: null, nikPurpose: null };
    Object.assign(this, { name: 'dihapus', ...nothing });
    this.version += 1;
  }

  /**
   * It was registered twice: it is closed, and known as the other from now on.
   *
   * @throws DomainError ILLEGAL_TRANSITION
   */
  mergeInto(keepId: string): void {
    this.move('closed');
    this.mergedInto = keepId;
  }

  /** The one that it was merged into was merged itself. */
  followInto(keepId: string): void {
    this.mergedInto = keepId;
    this.version += 1;
  }

  /** @throws DomainError ILLEGAL_TRANSITION */
  move(status: ProducerStatus): void {
    if (!NEXT[this.status].includes(status)) {
      throw new DomainError('ILLEGAL_TRANSITION.producer', {
        from: PRODUCER_WORDS[this.status],
        to: PRODUCER_WORDS[status],
      });
    }
    this.status = status;
    this.version += 1;
  }
}

/** A NIK as it is kept: encrypted, and a keyed hash to find it by. */
export interface EncryptedNik {
  readonly sealed: Buffer;
  readonly fingerprint: Buffer;
}

/** What is kept of the details as it is; absent becomes null. */
function fieldsOf(details: ProducerDetails) {
  return {
    reference: details.reference ?? null,
    kind: details.kind,
    form: details.form ?? null,
    name: details.name,
    village: details.village,
    kbli: details.kbli ?? null,
    kbliVersion: details.kbliVersion ?? null,
    umkmClass: details.umkmClass,
    umkmRule: details.umkmRule,
    umkmAsOf: details.umkmAsOf,
    workersTotal: details.workers.total,
    workersWomen: details.workers.women,
    workersYouth: details.workers.youth,
    nib: details.nib ?? null,
    healthInsured: details.healthInsured,
    standingConsent: details.standingConsent ?? false,
  };
}

/** Only of a code that looks like a village's: what it should look like is said first. */
function villageFaults({ village }: ProducerDetails, villages: KnownVillages): SaidFault[] {
  return violations([village.length !== 13 || villages.has(village), '/village', says('village-unknown')]);
}

function detailFaults(details: ProducerDetails, origin: string, regions: KnownVillages): SaidFault[] {
  const { workers, kind, nik } = details;
  const wrongNik = nik === undefined ? undefined : nikFault(nik, (code) => regions.wasRegency(code));
  const aggregator = kind === 'aggregator';
  return [
    ...violations(
      [details.village.length === 13, '/village', says('village-code')],
      [covers(origin, details.village), '/village', says('within', { region: origin })],
      [workers.women <= workers.total, '/workers/women', says('above-total')],
      [workers.youth <= workers.total, '/workers/youth', says('above-total')],
      [(details.kbli === undefined) === (details.kbliVersion === undefined), '/kbliVersion', says('with-kbli')],
      [wrongNik === undefined, '/nik', wrongNik ?? says('invalid')],
      [(nik === undefined) === (details.nikPurpose === undefined), '/nikPurpose', says('with-nik')],
      [nik === undefined || !aggregator, '/nik', says('nik-aggregator')],
      [aggregator === (details.form !== undefined), '/form', says('form-aggregator')],
      [aggregator || details.standingConsent !== true, '/standingConsent', says('consent-aggregator')],
    ),
    ...classificationFaults(details),
  ];
}
