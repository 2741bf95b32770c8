import { AuditLog1764100000000 } from '#platform/audit/audit-log.migration.js';
import type { DatabaseOptions } from '#platform/database/database.js';
import { KeptEvents1766200000000 } from '#platform/consuming/kept-events.migration.js';
import { SealedLetters1764400000000 } from '#platform/consuming/sealed-letters.migration.js';
import { Standstill1766000000000 } from '#platform/consuming/standstill.migration.js';
import { ReadModels1764000000002 } from './migrations/0001-read-models.js';
import { LotCauses1764200000000 } from './migrations/0002-lot-causes.js';
import { ProducerVillage1764300000000 } from './migrations/0003-producer-village.js';
import { Tasks1764500000000 } from './migrations/0004-tasks.js';
import { PlacedAt1765200000000 } from './migrations/0005-placed-at.js';
import { Notices1765300000000 } from './migrations/0006-notices.js';
import { ReportDue1765400000000 } from './migrations/0007-report-due.js';
import { StandstillsSeen1766000000001 } from './migrations/0008-standstills-seen.js';
import { SignInSessions1766100000000 } from './migrations/0009-sign-in-sessions.js';

export const database: Omit<DatabaseOptions, 'url' | 'poolSize'> = {
  migrations: [
    ReadModels1764000000002,
    AuditLog1764100000000,
    LotCauses1764200000000,
    ProducerVillage1764300000000,
    SealedLetters1764400000000,
    Tasks1764500000000,
    PlacedAt1765200000000,
    Notices1765300000000,
    ReportDue1765400000000,
    Standstill1766000000000,
    StandstillsSeen1766000000001,
    SignInSessions1766100000000,
    KeptEvents1766200000000,
  ],
};
