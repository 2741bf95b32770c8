import { call, SignedOut } from './session-calls.js';

export { SignedOut };

/** A refusal as the services give it (RFC 9457): its `detail` says what to do next. */
export interface Problem {
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

/** The server has refused; trying again unchanged would be refused again. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.code);
  }
}

/** Nobody has decided: the service was away or broke off. The same call may be made again under its key. */
export class Undecided extends Error {
  override readonly name = 'Undecided';
}

/**
 * @param signal gives the call up
 * @throws SignedOut on 401; Error on any other refusal or when the network is down
 */
export async function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  const response = await call(path, { headers: { Accept: 'application/json' }, ...(signal && { signal }) });
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return (await response.json()) as Answer;
}

/** POST makes or acts on something, PUT replaces it, DELETE takes it away. */
export type Sent = 'POST' | 'PUT' | 'DELETE';

/** A POST, as `send` sends it. */
export function post<Answer>(path: string, body: object | File, key?: string): Promise<Answer> {
  return send('POST', path, body, { key });
}

/**
 * Sends a body: an object as JSON, a file as what it is.
 *
 * @param around `key`: the same call sent again under it has its effect once; `version`: what the change is of
 * @throws SignedOut on 401; Undecided on 5xx; Refused on any other refusal; TypeError when the network is down
 */
export async function send<Answer>(
  method: Sent,
  path: string,
  body: object | File,
  { key, version }: { readonly key?: string | undefined; readonly version?: number | undefined } = {},
): Promise<Answer> {
  const file = body instanceof File;
  const response = await call(path, {
    method,
    headers: {
      Accept: 'application/json',
      ...(method === 'DELETE' ? {} : { 'Content-Type': file ? typeOf(body) : 'application/json' }),
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      ...(version === undefined ? {} : { 'If-Match': `"${String(version)}"` }),
    },
    ...(method === 'DELETE' ? {} : { body: file ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  // An answer without a body says that it is done.
  if (response.ok) return (text === '' ? {} : JSON.parse(text)) as Answer;
  if (response.status >= 500) throw new Undecided(`${path}: ${String(response.status)}`);
  throw new Refused(response.status, problemOf(text));
}

/** What is in between may answer with something else than a problem document. */
function problemOf(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return { code: 'UNKNOWN' };
  }
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** By its name: a browser may not know the type. */
function typeOf({ name }: File): string {
  const ending = name.toLowerCase().replace(/^.*\./, '');
  return ending === 'pdf' ? 'application/pdf' : ending === 'xlsx' ? WORKBOOK : 'text/csv';
}
