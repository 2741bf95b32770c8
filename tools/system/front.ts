import httpProxy, { type FastifyHttpProxyOptions } from '@fastify/http-proxy';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';

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
const PROBLEM = 'application/problem+json';
/** What each service tells those who look after it, at its own address. */
const OWN = ['/metrics', '/readyz', '/livez', '/version'];

/** One origin in front of the services, on loopback only. It passes on, and says in words what does not answer. */
export async function openFront({ port, routes, pages, answerMs = ANSWER_MS }: FrontOptions): Promise<FastifyInstance> {
  const app = fastify({
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, BAD_PATH),
  });
  app.addHook('onRequest', async (request, reply) => {
    const { host = '', accept = '' } = request.headers;
    // A name that a foreign page has bound to 127.0.0.1 must not reach the cookie's origin.
    if (!HOSTS.test(host)) await reply.status(421).send({ detail: 'Use http://127.0.0.1 or http://localhost.' });
    else if (!isPlain(request.url)) await sendProblem(reply, BAD_PATH);
    else if (OWN.includes(plainPath(request.url))) await sendProblem(reply, OWN_ADDRESS);
    // Cookies and the issuer know the pages by one name only.
    else if (host.startsWith('localhost') && request.method === 'GET' && accept.includes('text/html'))
      await reply.redirect(`http://127.0.0.1:${String(port)}${request.url}`, 307);
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
        const problem = away
          ? problemOf(503, 'UNAVAILABLE', 'Try again shortly', 'The service is not running. Try again shortly.')
          : problemOf(
              502,
              'NO_ANSWER',
              'No answer',
              'The service has not answered. Whether it did anything is not known.',
            );
        if (away) void reply.header('Retry-After', '2');
        void reply.status(problem.status).type(PROBLEM).send(problem);
      },
    },
  };
}

const BAD_PATH = problemOf(400, 'BAD_REQUEST', 'Bad request', 'The path is not one that can be read in one way only.');
const OWN_ADDRESS = problemOf(404, 'NOT_FOUND', 'Not found', 'This is read from each service at its own address.');

function sendProblem(reply: FastifyReply, problem: ReturnType<typeof problemOf>): FastifyReply {
  return reply.status(problem.status).type(PROBLEM).send(problem);
}

function problemOf(status: number, code: string, title: string, detail: string) {
  return { type: `urn:serap:problem:${code.toLowerCase().replaceAll('_', '-')}`, title, status, code, detail };
}
