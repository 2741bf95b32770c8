import createClient from 'openapi-fetch';
import type { Role } from '#platform/access/principal.js';
import { carefully } from './carefully.js';
import { HttpFailure } from './client.js';
import type { components as RoutingSchemas, paths as Routing } from './generated/order-routing.js';
import type { paths as Operations } from './generated/operations-dashboard.js';
import type { paths as Agreements } from './generated/partnership-agreements.js';
import type { paths as Registry } from './generated/producer-registry.js';
import type { System } from './system.js';

export type OrderView = RoutingSchemas['schemas']['OrderView'];

/**
 * The API of a system as one user: paths, parameters, bodies and answers have the types of the committed OpenAPI documents
 * (npm run describe), so that a call that they do not describe does not compile.
 */
export function apiOf(system: System, role: Role, region: string) {
  const api = createClient<Registry & Agreements & Routing & Operations, 'application/json'>({
    baseUrl: system.url,
    fetch: (request) => carefully(request.headers.has('Idempotency-Key'), () => fetch(request.clone())),
  });
  let token: Promise<string> | undefined;
  api.use({
    async onRequest({ request }) {
      // Signed once: a run is over long before it expires.
      token ??= system.token(role, region);
      request.headers.set('Authorization', `Bearer ${await token}`);
    },
  });
  return api;
}

/**
 * What a call was for.
 *
 * @throws HttpFailure for an answer that is no success
 */
export async function answerOf<Data>(
  call: Promise<{ readonly data?: Data; readonly error?: unknown; readonly response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call;
  if (data === undefined) throw new HttpFailure(response.status, JSON.stringify(error), response.url);
  return data;
}
