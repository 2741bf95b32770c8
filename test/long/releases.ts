import { ensurePreviousRelease } from '../../tools/release/previous.js';
import { ROOT } from '../../tools/system/root.js';

/** A compiled release, and what its environment needs beside what all releases need. */
export interface Release {
  readonly label: string;
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The simulated clock and keys over plain http are for those alone who say that they are on one machine. */
export const THIS_RELEASE: Release = {
  label: 'this',
  root: ROOT,
  env: { SERAP_EMBEDDED: 'yes', SERAP_ISSUER_PLAIN_HTTP: 'yes' },
};

export async function previousRelease(): Promise<Release> {
  return { label: 'before', root: await ensurePreviousRelease(), env: {} };
}
