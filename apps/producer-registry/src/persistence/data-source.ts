import { AuditLog1764100000000 } from '#platform/audit/audit-log.migration.js';
import { AuditValues1766800000002 } from '#platform/audit/audit-values.migration.js';
import type { DatabaseOptions } from '#platform/database/database.js';
import { KeptEvents1766200000000 } from '#platform/consuming/kept-events.migration.js';
import { SealedLetters1764400000000 } from '#platform/consuming/sealed-letters.migration.js';
import { Standstill1766000000000 } from '#platform/consuming/standstill.migration.js';
import { UploadAggregator1765000000000 } from '#files/uploads/upload-aggregator.migration.js';
import { UploadColumns1766900000001 } from '#files/uploads/upload-columns.migration.js';
import { UploadMeaning1766600000002 } from '#files/uploads/upload-meaning.migration.js';
import { MIGRATIONS } from './migrations/list.js';

/** The registry's own database. */
export const database: Omit<DatabaseOptions, 'url' | 'poolSize'> = {
  migrations: [
    ...MIGRATIONS,
    AuditLog1764100000000,
    AuditValues1766800000002,
    SealedLetters1764400000000,
    UploadAggregator1765000000000,
    Standstill1766000000000,
    KeptEvents1766200000000,
    UploadMeaning1766600000002,
    UploadColumns1766900000001,
  ],
};
