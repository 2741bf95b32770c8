/**
 * What a token says under a configured path, e.g. `realm_access.roles` or `https://serap.example/roles`. A dot leads one
 * object deeper unless it belongs to a name: at each step the longest name that is there is taken, so a name that
 * contains dots needs no sign of its own.
 *
 * @returns undefined where there is no such claim
 */
export function claimAt(claims: unknown, path: string): unknown {
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) return undefined;
  if (Object.hasOwn(claims, path)) return (claims as Record<string, unknown>)[path];
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const name = path.slice(0, dot);
    if (Object.hasOwn(claims, name)) return claimAt((claims as Record<string, unknown>)[name], path.slice(dot + 1));
  }
  return undefined;
}
