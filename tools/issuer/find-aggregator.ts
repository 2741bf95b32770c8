import type { LocalUser } from './users.js';

/**
 * DemandClasses the registry for the id of a cooperative's user, by the number under which the sample registers it.
 *
 * @param token of a registry officer of the user's region
 * @returns undefined while nobody is registered under it, or the registry does not answer
 */
export async function findAggregator(
  registryUrl: string,
  token: string,
  { reference = '' }: LocalUser,
): Promise<string | undefined> {
  const query = new URLSearchParams({ kind: 'aggregator', reference });
  const answer = await fetch(`${registryUrl}/api/registry/producers?${query.toString()}`, {
    headers: { Authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const { items } = (await answer.json()) as { items: readonly { id: string }[] };
  return items[0]?.id;
}
