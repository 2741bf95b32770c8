import type { UploadWords } from '../parts/upload-words.js';
import type { Allocated, Certificate, Coaching, Producer } from './data.js';
import type { LotWords } from './lot-words.js';
import type { StatementWords } from './statement-words.js';

export interface RegistryWords {
  readonly onlyRegistry: string;
  readonly offline: string;
  readonly export: string;
  readonly answer: {
    readonly noSurplus: string;
    readonly allSold: string;
    readonly unsold: (amounts: string) => string;
    readonly ending: (certificates: string) => string;
    readonly nothingStated: string;
    readonly soldOf: (sold: string, stated: string, commodity: string) => string;
    readonly allOf: (stated: string, commodity: string) => string;
    readonly own: (amounts: string) => string;
  };
  readonly search: {
    readonly heading: string;
    readonly label: string;
    readonly hint: string;
    readonly find: string;
    readonly none: string;
    readonly more: string;
    readonly village: (code: string) => string;
    readonly place: Readonly<Record<'desa' | 'kelurahan', (village: string, district: string, code: string) => string>>;
  };
  readonly standings: Readonly<Record<Producer['status'], string>>;
  readonly kinds: Readonly<Record<Producer['kind'], string>>;
  readonly panel: {
    readonly why: string;
    readonly certificates: string;
    readonly noCertificates: string;
    readonly soldWith: (seller: string, certificates: string) => string;
    readonly coaching: string;
    readonly noCoaching: string;
    readonly history: string;
    readonly verify: string;
    readonly sure: string;
    readonly suspend: string;
    readonly sureSuspend: string;
  };
  readonly why: {
    readonly draft: string;
    readonly suspended: string;
    readonly closed: string;
    readonly nothing: string;
    readonly all: (quantity: string, commodity: string, date: string) => string;
    readonly part: (sold: string, given: string, commodity: string, date: string) => string;
    readonly because: (reason: string) => string;
    readonly turn: string;
    readonly unanswered: string;
    readonly held: string;
    readonly withdrawn: string;
    readonly writtenOff: string;
  };
  readonly coachingKinds: Readonly<Record<Coaching['kind'], string>>;
  readonly certificateStates: Readonly<Record<Certificate['status'], string>>;
  readonly certificates: {
    readonly heading: string;
    readonly none: string;
    readonly endless: string;
    readonly until: (date: string) => string;
    readonly daysLeft: (days: string) => string;
    readonly ended: (days: string) => string;
    readonly verify: string;
    readonly revoke: string;
    readonly sureVerify: string;
    readonly sureRevoke: string;
  };
  readonly history: {
    readonly none: string;
    readonly day: string;
    readonly goods: string;
    readonly given: string;
    readonly sold: string;
    readonly earned: string;
    readonly notYet: string;
  };
  readonly lots: LotWords;
  readonly statements: StatementWords;
  readonly uploads: UploadWords;
  readonly offers: {
    readonly heading: string;
    readonly earns: (rupiah: string) => string;
    readonly until: (moment: string) => string;
    readonly confirm: string;
    readonly refuse: string;
    readonly sure: string;
  };
  readonly earnings: {
    readonly heading: string;
    readonly none: string;
    readonly bound: string;
    readonly goods: string;
    readonly state: string;
    readonly contributors: string;
    readonly price: string;
    readonly earns: string;
    readonly paid: string;
    readonly unpaid: string;
    readonly exportAllocations: string;
    readonly exportSettlements: string;
  };
  readonly allocationStates: Readonly<Record<Allocated['status'], string>>;
}
