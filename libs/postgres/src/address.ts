import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';

export interface DatabaseHost {
  /** A name, an address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
}

/** Where a PostgreSQL database is, and as whom it is opened. */
export interface DatabaseAddress {
  /** Tried in this order: the first one that takes writes is used. */
  readonly hosts: readonly DatabaseHost[];
  readonly user: string;
  /** Absent: the server asks for none. */
  readonly password: string | undefined;
  readonly database: string;
  readonly ssl: ConnectionOptions | false;
  /** Settings that the operator gives the session at its start; the limits of a service are set after them. */
  readonly options: string | undefined;
  readonly applicationName: string | undefined;
}

const FORM = 'postgresql://user:password@host:5432/database';
const PORT = 5432;
const PARAMETERS = new Set(['application_name', 'host', 'options', 'sslcert', 'sslkey', 'sslmode', 'sslrootcert']);

/**
 * Reads `postgresql://user:password@host:port,host:port/database?sslmode=verify-full&sslrootcert=file`.
 *
 * A password may have any character, as it is or percent-encoded: it reaches from the first colon to the last `@` behind
 * which a host and a database follow. `%` before two hexadecimal digits is an encoding, so such a `%` is written `%25`;
 * an `@` in a parameter is written `%40`. Without a port it is 5432; `host=/folder` names a Unix socket.
 *
 * @throws Error in words without any part of the address, for it holds a password
 */
export function parseDatabaseAddress(text: string): DatabaseAddress {
  const { user, password, hosts, database, query } = split(text);
  const parameters = readParameters(query);
  const socket = parameters.get('host');
  return {
    hosts: (socket ?? hosts).split(',').map(readHost),
    user: decode(user),
    password: password === undefined ? undefined : decode(password),
    database: decode(database),
    ssl: readTls(parameters),
    options: parameters.get('options'),
    applicationName: parameters.get('application_name'),
  };
}

interface Parts {
  readonly user: string;
  readonly password: string | undefined;
  readonly hosts: string;
  readonly database: string;
  readonly query: string;
}

function split(text: string): Parts {
  const scheme = /^postgres(?:ql)?:\/\//.exec(text)?.[0];
  if (scheme === undefined) throw new Error(`A database address has the form ${FORM}.`);
  const rest = text.slice(scheme.length);
  for (let at = rest.lastIndexOf('@'); at > 0; at = rest.lastIndexOf('@', at - 1)) {
    const place = /^([^/?#@]*)\/([^/?#@]+)(?:\?(.*))?$/s.exec(rest.slice(at + 1));
    if (!place) continue;
    const [user = '', ...password] = rest.slice(0, at).split(':');
    const [, hosts = '', database = '', query = ''] = place;
    if (user === '') break;
    return { user, password: password.length === 0 ? undefined : password.join(':'), hosts, database, query };
  }
  throw new Error(`A database address names a user, a host and a database: ${FORM}.`);
}

function readParameters(query: string): ReadonlyMap<string, string> {
  const parameters = new Map(new URLSearchParams(query));
  const unknown = [...parameters.keys()].filter((name) => !PARAMETERS.has(name));
  if (unknown.length === 0) return parameters;
  throw new Error(
    `A database address knows the parameters ${[...PARAMETERS].join(', ')}; other: ${unknown.join(', ')}.`,
  );
}

function readHost(text: string): DatabaseHost {
  const [, bracketed, name = bracketed ?? '', port = String(PORT)] =
    /^(?:\[([0-9a-fA-F:.%]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = decode(name);
  if (host === '' || Number(port) < 1 || Number(port) > 65_535) {
    throw new Error('A host of a database address is host or host:port, several with commas between them.');
  }
  return { host, port: Number(port) };
}

/** The modes mean what they mean to PostgreSQL's own clients; those that fall back to plain text are refused. */
function readTls(parameters: ReadonlyMap<string, string>): ConnectionOptions | false {
  const [root, cert, key] = ['sslrootcert', 'sslcert', 'sslkey'].map((name) => readFile(name, parameters.get(name)));
  const mode = parameters.get('sslmode') ?? ((root ?? cert ?? key) === undefined ? 'disable' : 'verify-full');
  if (mode === 'disable') return false;
  const files = { ...(root && { ca: root }), ...(cert && { cert }), ...(key && { key }) };
  const anyName = { checkServerIdentity: () => undefined };
  if (mode === 'verify-full') return files;
  if (mode === 'verify-ca' && root === undefined) throw new Error('sslmode=verify-ca needs sslrootcert=<file>.');
  if (mode === 'verify-ca') return { ...files, ...anyName };
  if (mode === 'require') {
    return root === undefined ? { ...files, rejectUnauthorized: false } : { ...files, ...anyName };
  }
  throw new Error('sslmode of a database address is disable, require, verify-ca or verify-full.');
}

function readFile(name: string, path: string | undefined): string | undefined {
  if (path === undefined || path === 'system') return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error(`The file that ${name} of a database address names cannot be read.`);
  }
}

/** What is no encoding stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/%(?![0-9a-fA-F]{2})/g, '%25'));
  } catch {
    return text;
  }
}
