import type { Caller } from './allow.js';
import { scopeOf } from './permissions.js';

/** Whose things a caller sees and changes under a route's permission; what is outside does not exist for it. */
export interface DataScope {
  /** Origin's regency; null: every one. */
  readonly origin: string | null;
  /** Of that origin only what this aggregator stands for; null: all of it. */
  readonly aggregator: string | null;
}

/** A caller's data scope on the origin's side, from its token alone. */
export function dataScopeOf({ scope, region, aggregator }: Caller): DataScope {
  if (scope === 'any') return { origin: null, aggregator: null };
  if (scope === 'own') return { origin: region, aggregator: null };
  if (aggregator === undefined) throw new Error('A cooperative without an aggregator got past the token verifier.');
  return { origin: region, aggregator };
}

/** What a caller is told of markets. */
interface Sight {
  /** Whose markets: those that concern this region; null: all. */
  readonly region: string | null;
  /** Whose goods lot by lot: those whose producers it may read; undefined: nobody's, only of their sums. */
  readonly lots: DataScope | undefined;
}

export function sightOf(caller: Caller): Sight {
  const scope = scopeOf('producers:read', caller.roles);
  return {
    region: caller.scope === 'any' ? null : caller.region,
    lots: scope && dataScopeOf({ ...caller, scope }),
  };
}
