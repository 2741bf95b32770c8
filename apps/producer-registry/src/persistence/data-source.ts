import { AuditLog1764100000000 } from '#platform/audit/audit-log.migration.js';
import type { DatabaseOptions } from '#platform/database/database.js';
import { KeptEvents1766200000000 } from '#platform/consuming/kept-events.migration.js';
import { SealedLetters1764400000000 } from '#platform/consuming/sealed-letters.migration.js';
import { Standstill1766000000000 } from '#platform/consuming/standstill.migration.js';
import { UploadAggregator1765000000000 } from '#files/uploads/upload-aggregator.migration.js';
import { Initial1743000000000 } from './migrations/0001-initial.js';
import { CoachingAndMerging1743100000000 } from './migrations/0002-coaching-and-merging.js';
import { Repetitions1743200000000 } from './migrations/0003-repetitions.js';
import { Stock1764200000000 } from './migrations/0004-stock.js';
import { Uploads1764200000001 } from './migrations/0005-uploads.js';
import { Sacks1764700000000 } from './migrations/0006-sacks.js';

/** The registry's own database. */
export const database: Omit<DatabaseOptions, 'url' | 'poolSize'> = {
  migrations: [
    Initial1743000000000,
    CoachingAndMerging1743100000000,
    Repetitions1743200000000,
    AuditLog1764100000000,
    Stock1764200000000,
    SealedLetters1764400000000,
    Uploads1764200000001,
    Sacks1764700000000,
    UploadAggregator1765000000000,
    Standstill1766000000000,
    KeptEvents1766200000000,
  ],
};
