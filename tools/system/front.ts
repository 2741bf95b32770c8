import httpProxy from '@fastify/http-proxy';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { TokenVerifier } from '#platform/access/token-verifier.js';
import { AUDIENCE, ISSUER, type LocalIssuer } from './issuer.js';
import { LOCAL_USERS, type LocalUser } from './users.js';

export interface FrontOptions {
  readonly port: number;
  readonly issuer: LocalIssuer;
  /** Base URL of the service behind each path; the dashboard serves all the rest. */
  readonly routes: Readonly<Record<string, string>>;
  readonly pages: string;
  /** Id of the aggregator that a cooperative's user acts for, where it is registered already. */
  readonly aggregatorOf: (user: LocalUser) => Promise<string | undefined>;
}

const COOKIE = /(?:^|;\s*)serap_token=([^;]+)/;
const HOSTS = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** One origin in front of the services, on loopback only: pages, API, and the local issuer's sign-in. */
export async function openFront(options: FrontOptions): Promise<FastifyInstance> {
  const app = fastify({ forceCloseConnections: true });
  app.addHook('onRequest', async (request, reply) => {
    // A name that a foreign page has bound to 127.0.0.1 must not reach the cookie's origin.
    if (!HOSTS.test(request.headers.host ?? ''))
      await reply.status(421).send({ detail: 'Use http://127.0.0.1 or http://localhost.' });
  });
  addIssuer(app, options);
  for (const [prefix, upstream] of Object.entries(options.routes)) {
    await app.register(httpProxy, { upstream, prefix, rewritePrefix: prefix });
  }
  await app.register(httpProxy, { upstream: options.pages, prefix: '/' });
  await app.listen({ host: '127.0.0.1', port: options.port });
  return app;
}

function addIssuer(app: FastifyInstance, options: FrontOptions): void {
  const { issuer } = options;
  const verifier = new TokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys: issuer.jwks });
  app.get('/auth/jwks.json', () => issuer.jwks);
  app.get('/auth/users', () => LOCAL_USERS);
  app.get('/auth/me', async (request: FastifyRequest, reply: FastifyReply) => {
    const token = COOKIE.exec(request.headers.cookie ?? '')?.[1];
    const principal = token === undefined ? undefined : await verifier.verify(token).catch(() => undefined);
    const user = LOCAL_USERS.find(({ id }) => id === principal?.subject);
    return user ?? reply.status(401).send({ detail: 'Not signed in.' });
  });
  app.post<{ Body: { user?: unknown } }>('/auth/sign-in', async (request, reply) => {
    const user = LOCAL_USERS.find(({ id }) => id === request.body.user);
    if (!user) return reply.status(422).send({ detail: 'Choose one of /auth/users.' });
    const aggregator = await options.aggregatorOf(user);
    if (user.role === 'cooperative' && aggregator === undefined) {
      return reply
        .status(409)
        .send({ detail: `There is no ${user.reference ?? ''} yet. Wait until the sample is loaded.` });
    }
    const token = await issuer.sign({ ...user, subject: user.id, aggregator });
    return reply
      .header('Set-Cookie', `serap_token=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200`)
      .send(user);
  });
  app.post('/auth/sign-out', (_request, reply) =>
    reply.header('Set-Cookie', 'serap_token=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0').send({}),
  );
}
