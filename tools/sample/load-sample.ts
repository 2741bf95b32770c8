import type { Role } from '#platform/access/principal.js';
import { Client } from '../system/client.js';
import { loadAgreements } from './load-agreements.js';
import { loadGroups } from './load-groups.js';
import { loadProducers } from './load-producers.js';
import type { Progress } from './progress.js';
import type { SampleInput } from './sample-input.js';
import { BANYUMAS } from './sourced.js';

interface LoadTarget {
  /** Base addresses, without /api. */
  readonly registryUrl: string;
  readonly agreementsUrl: string;
  /** A token of this role and region; always the same subject, for it owns the idempotency keys. */
  readonly token: (role: Role, region: string) => Promise<string>;
  readonly progress?: Progress;
}

/**
 * Loads a sample through the public interface only. The business clock has to stand on the sample's day. Loading it
 * again, also after a load that broke off, changes nothing that is there and adds what is missing.
 *
 * @throws HttpFailure with the problem document of the first call that is refused
 */
export async function loadSample(target: LoadTarget, sample: SampleInput): Promise<void> {
  const { token, progress = () => undefined } = target;
  const registry = new Client({ url: target.registryUrl, token }, 'registry-officer', BANYUMAS);
  const agreements = new Client({ url: target.agreementsUrl, token }, 'agreement-officer', BANYUMAS);
  const ids = await loadProducers(registry, sample, progress);
  await loadGroups(registry, sample, ids, progress);
  await loadAgreements(agreements, sample, progress);
}
