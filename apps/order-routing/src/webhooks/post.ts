import { request as plain } from 'node:http';
import { request as encrypted } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Address } from './target.js';

/** What a receiver is sent. */
export interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends one POST to exactly this address and follows no redirect.
 *
 * @returns the status; what else the receiver says is not read
 * @throws Error when there is no answer before `signal` aborts
 */
export function post(
  target: URL,
  { address, family }: Address,
  { headers, body }: Message,
  signal: AbortSignal,
): Promise<number> {
  const pinned: LookupFunction = (_host, { all }, found) => {
    if (all) found(null, [{ address, family }]);
    else found(null, address, family);
  };
  const send = target.protocol === 'https:' ? encrypted : plain;
  return new Promise((resolve, reject) => {
    // A connection of its own: one that is kept open would outlive the check of its address.
    const request = send(target, {
      method: 'POST',
      lookup: pinned,
      agent: false,
      signal,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'serap-webhooks',
        ...headers,
      },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.end(body);
  });
}
