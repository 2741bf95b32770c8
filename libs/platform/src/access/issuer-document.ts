import { isSecure } from '../context/loopback.js';

export interface IssuerAddresses {
  /** As tokens and browsers name it. */
  readonly issuer: string;
  /** Where services reach it; the same, unless it has a way of its own from where they run. */
  readonly internal: string;
  /** Whether it may be reached without TLS beyond this machine. */
  readonly plainHttp: boolean;
}

/** What an issuer publishes of itself (OpenID Connect Discovery), each address as its caller reaches it. */
export interface IssuerDocument {
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly token_endpoint: string;
  readonly authorization_endpoint: string;
  /** Absent: a session cannot be ended there. */
  readonly end_session_endpoint?: string;
  readonly [name: string]: unknown;
}

const WELL_KNOWN = '/.well-known/openid-configuration';
const FOR_BROWSERS = ['authorization_endpoint', 'end_session_endpoint'];

/** @throws Error when it does not answer, is another issuer, or would be reached without TLS where that was not allowed */
export async function readIssuerDocument(addresses: IssuerAddresses, signal: AbortSignal): Promise<IssuerDocument> {
  const { issuer, internal, plainHttp } = addresses;
  const address = `${withoutSlash(internal)}${WELL_KNOWN}`;
  const response = await fetch(address, { signal, redirect: 'error' });
  if (!response.ok) throw new Error(`${address} answers ${String(response.status)}`);
  const published = (await response.json()) as Record<string, unknown>;
  if (published['issuer'] !== issuer) {
    throw new Error(`${address} is of the issuer ${String(published['issuer'])}, not of SERAP_TOKEN_ISSUER`);
  }
  const document = Object.fromEntries(
    Object.entries(published).map(([name, value]) => [name, addressOf(name, value, addresses)]),
  );
  for (const name of ['jwks_uri', 'token_endpoint', 'authorization_endpoint']) {
    if (typeof document[name] !== 'string') throw new Error(`${address} names no ${name}`);
  }
  for (const name of ['jwks_uri', 'token_endpoint']) {
    if (!plainHttp && !isSecure(String(document[name]))) {
      throw new Error(`${address} names a ${name} without TLS; SERAP_ISSUER_PLAIN_HTTP=yes would allow it`);
    }
  }
  return document as IssuerDocument;
}

/** An issuer names its addresses as one side reaches them, or each as its caller does: both are understood. */
function addressOf(name: string, value: unknown, { issuer, internal }: IssuerAddresses): unknown {
  if (typeof value !== 'string' || !(name === 'jwks_uri' || name.endsWith('_endpoint'))) return value;
  const [from, to] = FOR_BROWSERS.includes(name) ? [internal, issuer] : [issuer, internal];
  const [wrong, right] = [withoutSlash(from), withoutSlash(to)];
  return value.startsWith(`${wrong}/`) ? right + value.slice(wrong.length) : value;
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, '');
}
