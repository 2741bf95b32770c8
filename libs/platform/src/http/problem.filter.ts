import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#kernel/refusals/words.js';
import { languageOf } from './language.js';
import { toProblem, type Problem } from './problem.js';

/** Turns whatever was thrown into `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    // An event handler's error belongs to the consumer, which sorts it itself.
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const language = languageOf(request.headers);
    const problem = toProblem(error, language);
    if (problem.status >= 500) {
      this.logger.error(
        `${request.method} ${request.routeOptions.url ?? ''}`,
        error instanceof Error ? error.stack : error,
      );
    }
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(reply, problem, language);
  }
}

/** @param language of its words */
export function sendProblem(reply: FastifyReply, problem: Problem, language: Language): void {
  if ((problem.status === 503 || problem.status === 429) && !reply.hasHeader('Retry-After')) {
    void reply.header('Retry-After', '2');
  }
  void reply
    .status(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Content-Language', language)
    .header('Vary', varying(reply.getHeader('Vary')))
    .send(JSON.stringify(problem));
}

/** A cache must not hand one reader what was said to another. */
function varying(already: number | string | readonly string[] | undefined): string {
  return [...(already === undefined ? [] : [already].flat()), 'Accept-Language'].map(String).join(', ');
}
