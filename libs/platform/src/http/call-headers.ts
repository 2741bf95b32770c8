import type { FastifyInstance } from 'fastify';
import type { BusinessClock } from '#kernel/business-clock.js';

/**
 * What every answer tells of its call: the id under which the logs, its events and the audit have it; the business time
 * by which it was decided, which a simulated clock may set apart from the caller's own; and where what it made is found.
 */
export function sendCallHeaders(fastify: FastifyInstance, clock: BusinessClock): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('X-Request-Id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('Serap-Business-Time', clock.now().toISOString());
    done(null, payload);
  });
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    const id = reply.statusCode === 201 ? idOf(payload) : undefined;
    if (id !== undefined && fastify.hasRoute({ method: 'GET', url: `${request.routeOptions.url ?? ''}/:id` })) {
      void reply.header('Location', `${request.url.replace(/\?.*$/s, '')}/${id}`);
    }
    done(null, payload);
  });
}

function idOf(payload: unknown): string | undefined {
  const id = (payload as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}
