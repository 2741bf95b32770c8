// Made of the files beside it by `npm run describe`: a migration is named by its file and class alone.
import { Market1764000000001 } from './0001-market.js';
import { Intake1764000000002 } from './0002-intake.js';
import { JournalTrail1764100000001 } from './0003-journal-trail.js';
import { ApiKeys1764100000002 } from './0004-api-keys.js';
import { LotChanges1764200000000 } from './0005-lot-changes.js';
import { JointOrders1764500000000 } from './0006-joint-orders.js';
import { DraftsAndStandingOrders1764500000001 } from './0007-drafts-and-standing-orders.js';
import { Shares1764600000000 } from './0008-shares.js';
import { UploadKind1764600000001 } from './0009-upload-kind.js';
import { Webhooks1764800000000 } from './0010-webhooks.js';
import { Sacks1764900000000 } from './0011-sacks.js';
import { PriceBands1765000000001 } from './0012-price-bands.js';
import { NewestOrders1765200000001 } from './0013-newest-orders.js';
import { Earnings1765300000002 } from './0014-earnings.js';
import { LiveOrders1765500000000 } from './0015-live-orders.js';
import { PayBy1766300000000 } from './0016-pay-by.js';
import { PaymentDays1766400000000 } from './0017-payment-days.js';
import { MarketSnapshots1766500000000 } from './0018-market-snapshots.js';
import { Editions1766500000001 } from './0019-editions.js';
import { Law1766500000004 } from './0020-law.js';
import { Meanings1766600000000 } from './0021-meanings.js';
import { OneOrderAMeaning1766600000001 } from './0022-one-order-a-meaning.js';
import { QuotaKinds1766700000000 } from './0023-quota-kinds.js';
import { SignedOn1766700000001 } from './0024-signed-on.js';
import { Corrections1766800000000 } from './0025-corrections.js';
import { JournalValues1766800000003 } from './0026-journal-values.js';
import { Recalls1766800000004 } from './0027-recalls.js';
import { Payouts1766800000006 } from './0028-payouts.js';
import { Loads1766900000000 } from './0029-loads.js';
import { Merges1767000000000 } from './0030-merges.js';
import { OpenOrdersFirst1767100000001 } from './0031-open-orders-first.js';

export const MIGRATIONS = [
  Market1764000000001,
  Intake1764000000002,
  JournalTrail1764100000001,
  ApiKeys1764100000002,
  LotChanges1764200000000,
  JointOrders1764500000000,
  DraftsAndStandingOrders1764500000001,
  Shares1764600000000,
  UploadKind1764600000001,
  Webhooks1764800000000,
  Sacks1764900000000,
  PriceBands1765000000001,
  NewestOrders1765200000001,
  Earnings1765300000002,
  LiveOrders1765500000000,
  PayBy1766300000000,
  PaymentDays1766400000000,
  MarketSnapshots1766500000000,
  Editions1766500000001,
  Law1766500000004,
  Meanings1766600000000,
  OneOrderAMeaning1766600000001,
  QuotaKinds1766700000000,
  SignedOn1766700000001,
  Corrections1766800000000,
  JournalValues1766800000003,
  Recalls1766800000004,
  Payouts1766800000006,
  Loads1766900000000,
  Merges1767000000000,
  OpenOrdersFirst1767100000001,
];
