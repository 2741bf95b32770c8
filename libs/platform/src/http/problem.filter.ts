import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem, type Problem } from './problem.js';

/** Turns whatever was thrown into `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    // An event handler's error belongs to the consumer, which sorts it itself.
    if (host.getType() !== 'http') throw error;
    const problem = toProblem(error);
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (problem.status >= 500)
      this.logger.error(
        `${request.method} ${request.routeOptions.url ?? ''}`,
        error instanceof Error ? error.stack : error,
      );
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(reply, problem);
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if ((problem.status === 503 || problem.status === 429) && !reply.hasHeader('Retry-After'))
    void reply.header('Retry-After', '2');
  void reply
    .status(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
