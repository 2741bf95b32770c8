// Made of the files beside it by `npm run describe`: a migration is named by its file and class alone.
import { Initial1743000000000 } from './0001-initial.js';
import { CoachingAndMerging1743100000000 } from './0002-coaching-and-merging.js';
import { Repetitions1743200000000 } from './0003-repetitions.js';
import { Stock1764200000000 } from './0004-stock.js';
import { Uploads1764200000001 } from './0005-uploads.js';
import { Sacks1764700000000 } from './0006-sacks.js';
import { RefusedGoods1766500000003 } from './0007-refused-goods.js';
import { Packs1766500000005 } from './0008-packs.js';
import { StatementCorrections1766800000001 } from './0009-statement-corrections.js';
import { GroupCertificates1766900000000 } from './0010-group-certificates.js';
import { DeliveryNumbers1766900000002 } from './0011-delivery-numbers.js';
import { SelfDeclared1766900000003 } from './0012-self-declared.js';
import { Merges1767000000001 } from './0013-merges.js';
import { ReadsByIndex1767100000000 } from './0014-reads-by-index.js';

export const MIGRATIONS = [
  Initial1743000000000,
  CoachingAndMerging1743100000000,
  Repetitions1743200000000,
  Stock1764200000000,
  Uploads1764200000001,
  Sacks1764700000000,
  RefusedGoods1766500000003,
  Packs1766500000005,
  StatementCorrections1766800000001,
  GroupCertificates1766900000000,
  DeliveryNumbers1766900000002,
  SelfDeclared1766900000003,
  Merges1767000000001,
  ReadsByIndex1767100000000,
];
