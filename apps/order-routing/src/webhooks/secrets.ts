import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
/** Bytes; the specification wants 24 to 64. */
const SECRET_SIZE = 32;

/** A signing secret in the form that every library of the specification takes. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_SIZE).toString('base64')}`;
}

/**
 * Headers of one attempt.
 *
 * @param secrets each of them signs: while a secret is changed, receivers hold the old one or the new one
 * @param at the attempt's own time: receivers refuse what is minutes old, lest it be replayed
 * Source: Standard Webhooks 1.0, "Webhook metadata" and "Signature scheme"
 */
export function signedHeaders(secrets: readonly string[], id: string, at: Date, body: string) {
  const seconds = String(Math.floor(at.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') };
}
