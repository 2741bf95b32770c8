import { AuditLog1764100000000 } from '#platform/audit/audit-log.migration.js';
import type { DatabaseOptions } from '#platform/database/database.js';
import { KeptEvents1766200000000 } from '#platform/consuming/kept-events.migration.js';
import { SealedLetters1764400000000 } from '#platform/consuming/sealed-letters.migration.js';
import { Standstill1766000000000 } from '#platform/consuming/standstill.migration.js';
import { Initial1743000000000 } from './migrations/0001-initial.js';
import { Addenda1743100000000 } from './migrations/0002-addenda.js';
import { Shares1764500000000 } from './migrations/0003-shares.js';
import { PriceBands1765000000001 } from './migrations/0004-price-bands.js';
import { Administration1765000000002 } from './migrations/0005-administration.js';

/** The agreements' own database. */
export const database: Omit<DatabaseOptions, 'url' | 'poolSize'> = {
  migrations: [
    Initial1743000000000,
    Addenda1743100000000,
    AuditLog1764100000000,
    SealedLetters1764400000000,
    Shares1764500000000,
    PriceBands1765000000001,
    Administration1765000000002,
    Standstill1766000000000,
    KeptEvents1766200000000,
  ],
};
