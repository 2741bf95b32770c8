// Made of the files beside it by `npm run describe`: a migration is named by its file and class alone.
import { Initial1743000000000 } from './0001-initial.js';
import { Addenda1743100000000 } from './0002-addenda.js';
import { Shares1764500000000 } from './0003-shares.js';
import { PriceBands1765000000001 } from './0004-price-bands.js';
import { Administration1765000000002 } from './0005-administration.js';
import { PaymentDays1766400000000 } from './0006-payment-days.js';
import { Papers1766500000000 } from './0007-papers.js';
import { QuotaKinds1766500000001 } from './0008-quota-kinds.js';
import { Scans1766500000002 } from './0009-scans.js';
import { Deliveries1766700000000 } from './0010-deliveries.js';
import { LoadTolerance1766900000001 } from './0011-load-tolerance.js';

export const MIGRATIONS = [
  Initial1743000000000,
  Addenda1743100000000,
  Shares1764500000000,
  PriceBands1765000000001,
  Administration1765000000002,
  PaymentDays1766400000000,
  Papers1766500000000,
  QuotaKinds1766500000001,
  Scans1766500000002,
  Deliveries1766700000000,
  LoadTolerance1766900000001,
];
