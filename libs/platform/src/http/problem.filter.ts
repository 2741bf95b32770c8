import { Catch, Logger, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#kernel/domain-error.js';
import type { Language } from '#kernel/refusals/words.js';
import { languageOf } from './language.js';
import { methodsAt } from './known-methods.js';
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
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(refusalOf(error, request, reply), language);
    if (problem.status >= 500) {
      this.logger.error(
        `${request.method} ${request.routeOptions.url ?? ''}, request ${request.id}`,
        error instanceof Error ? error.stack : error,
      );
    }
    sendProblem(reply, problem, language);
  }
}

/** What a router calls nothing at an address may be something that takes another method. */
function refusalOf(error: unknown, { server, url }: FastifyRequest, reply: FastifyReply): unknown {
  const methods = error instanceof NotFoundException ? methodsAt(server, url) : [];
  if (methods.length === 0) return error;
  const list = methods.join(', ');
  void reply.header('Allow', list);
  return new DomainError('METHOD_NOT_ALLOWED.takes', { methods: list });
}

/** @param language of its words */
export function sendProblem(reply: FastifyReply, problem: Problem, language: Language): void {
  if ((problem.status === 503 || problem.status === 429) && !reply.hasHeader('Retry-After')) {
    void reply.header('Retry-After', '2');
  }
  if (problem.status === 401) void reply.header('WWW-Authenticate', 'Bearer realm="Serap"');
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
