import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/**
 * An answer that breaks off in mid-stream has its status already: the connection is cut, so that half a file is never
 * taken for a whole one, and the log says why.
 */
export function cutBrokenAnswers(fastify: FastifyInstance): void {
  const logger = new Logger('Answers');
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (payload instanceof Readable) {
      payload.once('error', (error) => {
        // A caller who has gone is no error of ours.
        if (request.raw.socket.destroyed) return;
        logger.error(`${request.method} ${request.routeOptions.url ?? ''} broke off: ${error.message}`, error.stack);
        if (reply.raw.headersSent) reply.raw.destroy();
      });
    }
    done(null, payload);
  });
}
