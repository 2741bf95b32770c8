import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { credentialOf } from '../access/access.guard.js';
import type { AuthenticatedRequest } from '../access/allow.js';

const WINDOW_MS = 60_000;
/** Senders that are counted at a time, and credentials that are remembered. */
const MOST_SENDERS = 10_000;
/** Probes and scrapes are never turned away. */
const OPEN_PATHS = new Set(['/livez', '/readyz', '/metrics']);

/**
 * Counts requests of each sender for itself. A credential is a sender once it has been verified; until then, and for junk
 * for ever, the address is: otherwise each made-up token would have a limit of its own.
 *
 * @param cookie name of the cookie of a page's token
 */
export async function limitRates(fastify: FastifyInstance, max: number, cookie: string): Promise<void> {
  const verified = new VerifiedCredentials(cookie);
  await fastify.register(rateLimit, {
    max,
    timeWindow: WINDOW_MS,
    cache: MOST_SENDERS,
    keyGenerator: (request) => verified.nameOf(request) ?? networkOf(request.ip),
    allowList: (request) => OPEN_PATHS.has(request.url),
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    if ((request as Partial<AuthenticatedRequest>).caller !== undefined) verified.remember(request);
    else if (reply.statusCode === 401) verified.forget(request);
    done();
  });
}

/** Hashes of credentials that opened the door lately. */
class VerifiedCredentials {
  private readonly until = new Map<string, number>();

  constructor(private readonly cookie: string) {}

  /** @returns undefined for a request without a credential that is known to be good */
  nameOf(request: FastifyRequest): string | undefined {
    const name = hashOf(credentialOf(request, this.cookie));
    return name !== undefined && (this.until.get(name) ?? 0) > Date.now() ? name : undefined;
  }

  remember(request: FastifyRequest): void {
    const name = hashOf(credentialOf(request, this.cookie));
    if (name === undefined) return;
    this.until.delete(name);
    // The one that was used longest ago comes first.
    if (this.until.size >= MOST_SENDERS) this.until.delete(this.until.keys().next().value ?? '');
    this.until.set(name, Date.now() + WINDOW_MS);
  }

  forget(request: FastifyRequest): void {
    const name = hashOf(credentialOf(request, this.cookie));
    if (name !== undefined) this.until.delete(name);
  }
}

function hashOf(credential: string | undefined): string | undefined {
  return credential === undefined ? undefined : createHash('sha256').update(credential).digest('base64');
}

/** One holder of IPv6 has 2^64 addresses: they count as one. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
