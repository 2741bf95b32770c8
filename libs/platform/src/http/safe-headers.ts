import type { FastifyInstance } from 'fastify';

/**
 * No answer is taken for something other than it says, and none of the interface is kept by what lies between: it may
 * hold personal data. A route that says otherwise of itself is left to it.
 */
export function sendSafeHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('X-Content-Type-Options', 'nosniff');
    if (request.url.startsWith('/api/') && !reply.hasHeader('Cache-Control')) {
      void reply.header('Cache-Control', 'no-store');
    }
    done(null, payload);
  });
}
