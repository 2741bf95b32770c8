import type { Audit } from './invariant.js';
import { subjectKey } from './log-contents.js';

export const auditVersions: Audit = ({ log }) => {
  const last = new Map<string, number>();
  const faults: string[] = log.malformed.map((record) => `not a valid event: ${record}`);
  for (const event of log.versions) {
    const key = subjectKey(event);
    const expected = (last.get(key) ?? 0) + 1;
    if (event.sequence !== expected) {
      faults.push(`${event.subject}: version ${String(event.sequence)} where ${String(expected)} was due`);
    }
    last.set(key, Math.max(event.sequence, last.get(key) ?? 0));
  }
  return Promise.resolve(faults);
};
