import type { IncomingHttpHeaders } from 'node:http';
import httpProxy, { type FastifyHttpProxyOptions } from '@fastify/http-proxy';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { DomainError } from '#kernel/domain-error.js';
import { languageOf } from '#platform/http/language.js';
import { sendProblem } from '#platform/http/problem.filter.js';
import { problem } from '#platform/http/problem.js';

export interface FrontOptions {
  readonly port: number;
  /** Base URL of what is behind each path; the dashboard serves all the rest. */
  readonly routes: Readonly<Record<string, string>>;
  readonly pages: string;
  /** Milliseconds in which a service has to begin its answer. */
  readonly answerMs?: number;
}

const HOSTS = /^(127\.0\.0\.1|localhost)(:\d+)?$/;
const ANSWER_MS = 120_000;
/** What each service tells those who look after it, at its own address. */
const OWN = ['/metrics', '/readyz', '/livez', '/version'];

/** One origin in front of the services, on loopback only. It passes on, and says in words what does not answer. */
export async function openFront({ port, routes, pages, answerMs = ANSWER_MS }: FrontOptions): Promise<FastifyInstance> {
  const app = fastify({
    forceCloseConnections: true,
    frameworkErrors: (_error, { headers }, reply) => void tell(headers, reply, new DomainError('BAD_REQUEST.path')),
  });
  app.addHook('onRequest', async (request, reply) => {
    const { headers } = request;
    const { host = '', accept = '' } = headers;
    // A name that a foreign page has bound to 127.0.0.1 must not reach the cookie's origin.
    if (!HOSTS.test(host)) {
      await tell(headers, reply, new DomainError('MISDIRECTED'));
    } else if (!isPlain(request.url)) {
      await tell(headers, reply, new DomainError('BAD_REQUEST.path'));
    } else if (OWN.includes(plainPath(request.url))) {
      await tell(headers, reply, new DomainError('NOT_FOUND.own-address'));
    }
    // Cookies and the issuer know the pages by one name only.
    else if (host.startsWith('localhost') && request.method === 'GET' && accept.includes('text/html')) {
      await reply.redirect(`http://127.0.0.1:${String(port)}${request.url}`, 307);
    }
  });
  for (const [prefix, upstream] of Object.entries({ ...routes, '/': pages })) {
    await app.register(httpProxy, { ...passing(answerMs), upstream, prefix, rewritePrefix: prefix });
  }
  await app.listen({ host: '127.0.0.1', port });
  return app;
}

/** Without the query, decoded but for what separates, and without a slash at its end. @throws URIError */
function plainPath(url: string): string {
  return decodeURI(url.replace(/[?#].*$/s, '')).replace(/(?<=.)\/$/, '');
}

/** Whether it is a path that everybody behind here reads alike: another spelling of one that is refused is none. */
function isPlain(url: string): boolean {
  try {
    const path = plainPath(url);
    const [start, ...segments] = path.split('/');
    const unclear = segments.some((segment) => ['', '.', '..'].includes(segment) || segment.includes('\\'));
    return path === '/' || (start === '' && !unclear);
  } catch {
    return false;
  }
}

function passing(answerMs: number): Partial<FastifyHttpProxyOptions> {
  return {
    undici: { headersTimeout: answerMs, bodyTimeout: answerMs },
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => ({ ...headers, host: request.headers.host }),
      // Whoever calls knows whether to try again.
      retryDelay: () => null,
      onError: (reply, { error }) => {
        const away = error.message.includes('ECONNREFUSED');
        void tell(
          reply.request.headers,
          reply as FastifyReply,
          new DomainError(away ? 'UNAVAILABLE.away' : 'NO_ANSWER'),
        );
      },
    },
  };
}

/** A refusal of the front itself, told as the services tell theirs. */
function tell(headers: IncomingHttpHeaders, reply: FastifyReply, refusal: DomainError): FastifyReply {
  const language = languageOf(headers);
  sendProblem(reply, problem(refusal, language), language);
  return reply;
}
