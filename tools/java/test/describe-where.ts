import { describe, it } from 'vitest';
import type { Availability } from '../java.js';

/** A suite that needs a server which may not be had here: then reported by name, and a failure with CI=true. */
export function describeWhere(availability: Availability, name: string, body: () => void): void {
  if (availability.available) {
    describe(name, body);
    return;
  }
  const notRun = `NOT RUN: ${name}; missing: ${availability.missing}`;
  console.warn(notRun);
  if (process.env['CI'] !== 'true') {
    describe.skip(name, body);
  } else {
    it(name, () => {
      throw new Error(notRun);
    });
  }
}
