import type { LocalIssuer } from './issuer.js';
import type { LocalUser } from './users.js';

/**
 * Asks the registry for the id of a cooperative's user, by the number under which the sample registers it.
 *
 * @returns undefined for a user without a number, or while nobody is registered under it
 */
export async function findAggregator(
  registryUrl: string,
  issuer: LocalIssuer,
  { role, region, reference }: LocalUser,
): Promise<string | undefined> {
  if (role !== 'cooperative' || reference === undefined) return undefined;
  const token = await issuer.sign({ subject: 'local-issuer', role: 'registry-officer', region });
  const query = new URLSearchParams({ kind: 'aggregator', reference });
  const answer = await fetch(`${registryUrl}/api/registry/producers?${query.toString()}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.ok) return undefined;
  const { items } = (await answer.json()) as { items: readonly { id: string }[] };
  return items[0]?.id;
}
