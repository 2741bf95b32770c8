import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { says, type FieldFault } from '#kernel/refusals/sentences.js';
import type { Words } from '#kernel/refusals/words.js';

/** Why nothing is sent to an address; the message says what would be accepted. */
export class RefusedTarget extends Error {
  override readonly name = 'RefusedTarget';
  readonly said: Words;

  constructor(why: Extract<FieldFault, `url-${string}`>) {
    const said = says(why);
    super(said.en);
    this.said = said;
  }
}

/** The one address that a connection goes to. */
export interface Address {
  readonly address: string;
  readonly family: number;
}

type Resolve = (host: string) => Promise<Address[]>;

const PORTS = new Set(['', '8443']);
/** Metadata service of a cloud that answers on an address which looks public. */
const METADATA = new Set(['168.63.129.16']);
const resolveAll: Resolve = (host) => lookup(host, { all: true });

/**
 * The address of a webhook, by its form alone.
 *
 * @param local whether this machine itself may be meant, by any port and without encryption
 * @throws RefusedTarget
 */
export function targetOf(text: string, local: boolean): URL {
  if (!URL.canParse(text)) throw new RefusedTarget('url-form');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:')) throw new RefusedTarget('url-https');
  if (url.username !== '' || url.password !== '') throw new RefusedTarget('url-user');
  if (url.hash !== '') throw new RefusedTarget('url-fragment');
  if (!local && !PORTS.has(url.port)) throw new RefusedTarget('url-port');
  return url;
}

/**
 * Where a webhook goes now. The connection must be made to what this returns and to nothing else: a name that is
 * resolved again may answer with an address of our own network.
 *
 * @param signal ends the wait for its name's resolution
 * @throws RefusedTarget when any of its addresses is not one of the public internet, or it has none
 */
export async function addressOf(
  target: URL,
  local: boolean,
  signal: AbortSignal,
  resolve: Resolve = resolveAll,
): Promise<Address> {
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await until(signal, resolve(host));
  const [first] = addresses;
  if (!first) throw new RefusedTarget('url-no-address');
  if (local && addresses.every(({ address }) => rangeOf(address) === 'loopback')) return first;
  if (!addresses.every(({ address }) => isPublic(address))) throw new RefusedTarget('url-public');
  if (target.protocol !== 'https:') throw new RefusedTarget('url-https');
  return first;
}

/** @throws RefusedTarget also when `signal` aborts first */
function until(signal: AbortSignal, resolution: Promise<Address[]>): Promise<Address[]> {
  return new Promise((found, refused) => {
    const unknown = (): void => {
      refused(new RefusedTarget('url-unknown'));
    };
    signal.addEventListener('abort', unknown, { once: true });
    resolution.then(found, unknown);
  });
}

function isPublic(address: string): boolean {
  return rangeOf(address) === 'unicast' && !METADATA.has(address);
}

/** Every range with a purpose of its own has a name; translations of IPv4 (mapped, NAT64, 6to4, Teredo) have too. */
function rangeOf(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.parse(address).range() : 'unknown';
}
