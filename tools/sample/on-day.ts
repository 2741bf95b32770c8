import { addDays, daysBetween, isLocalDate } from '#kernel/local-date.js';
import type { CertificatePlan, SampleInput, SampleOrder } from './sample-input.js';

/**
 * The sample as if its day were another one: every date in it moves by as many days. What rules of that day's law would
 * say is not changed: the regime and the rule of what is a small business stay the sample's own.
 */
export function onDay(
  sample: SampleInput,
  orders: readonly SampleOrder[],
  day: string,
): { sample: SampleInput; orders: readonly SampleOrder[] } {
  const days = daysBetween(sample.day, day);
  const groups = moved(sample.groups, days).map((group) => ({ ...group, certificates: group.certificates.map(named) }));
  return { sample: { ...moved(sample, days), groups, umkm: sample.umkm }, orders: moved(orders, days) };
}

/** The number of a P-IRT certificate ends with the year in which the certificate does. */
function named(certificate: CertificatePlan): CertificatePlan {
  const { kind, number, until } = certificate;
  if (kind !== 'P-IRT' || until === undefined) return certificate;
  return { ...certificate, number: number.replace(/\d\d$/, until.slice(2, 4)) };
}

function moved<T>(value: T, days: number): T {
  if (typeof value === 'string') return (isLocalDate(value) ? addDays(value, days) : value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => moved(one, days)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, moved<unknown>(one, days)])) as T;
}
