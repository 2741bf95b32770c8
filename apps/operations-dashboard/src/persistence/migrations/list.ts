// Made of the files beside it by `npm run describe`: a migration is named by its file and class alone.
import { ReadModels1764000000002 } from './0001-read-models.js';
import { LotCauses1764200000000 } from './0002-lot-causes.js';
import { ProducerVillage1764300000000 } from './0003-producer-village.js';
import { Tasks1764500000000 } from './0004-tasks.js';
import { PlacedAt1765200000000 } from './0005-placed-at.js';
import { Notices1765300000000 } from './0006-notices.js';
import { ReportDue1765400000000 } from './0007-report-due.js';
import { StandstillsSeen1766000000001 } from './0008-standstills-seen.js';
import { SignInSessions1766100000000 } from './0009-sign-in-sessions.js';
import { RefusedGoods1766500000002 } from './0010-refused-goods.js';
import { QuotaKinds1766700000000 } from './0011-quota-kinds.js';
import { Recalls1766800000005 } from './0012-recalls.js';
import { Merges1767000000002 } from './0013-merges.js';

export const MIGRATIONS = [
  ReadModels1764000000002,
  LotCauses1764200000000,
  ProducerVillage1764300000000,
  Tasks1764500000000,
  PlacedAt1765200000000,
  Notices1765300000000,
  ReportDue1765400000000,
  StandstillsSeen1766000000001,
  SignInSessions1766100000000,
  RefusedGoods1766500000002,
  QuotaKinds1766700000000,
  Recalls1766800000005,
  Merges1767000000002,
];
