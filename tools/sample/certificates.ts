import { addDays } from '#kernel/local-date.js';
import { certificateNumber } from './assumed.js';
import type { CertificatePlan } from './sample-input.js';

/**
 * Certificates that hold on `day` and outlast every need-by of the scenario.
 *
 * @param serial different for each holder
 */
export function certificatesFor(kinds: readonly string[], serial: number, day: string): CertificatePlan[] {
  const endYear = Number(day.slice(0, 4)) + 4;
  return kinds.map((kind) => ({
    kind,
    number: certificateNumber(kind, serial, endYear),
    issued: addDays(day, -200),
    ...(kind === 'P-IRT' ? { until: `${String(endYear)}-06-30` } : {}),
  }));
}
