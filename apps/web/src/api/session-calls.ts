import type { User } from './types.js';

/** The session is over, or there never was one. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

/** Somebody else has signed in in this browser: what this page was asked to do is not done in their name. */
export class SomebodyElse extends Error {
  override readonly name = 'SomebodyElse';
}

/** Whom the page believes to be signed in, in every call: a service refuses a token of anybody else. */
const SUBJECT = 'Serap-Subject';
let believed: string | undefined;
let meet: (user: User) => void = () => undefined;

/** What is refused is said in the language of the page. */
let language = 'id';

/** From now on services answer in this language. */
export function answerIn(shown: string): void {
  language = shown;
}

/** From now on every call is made in this user's name alone. */
export function actAs(subject: string): void {
  believed = subject;
}

/** @param met is told who has signed in instead */
export function onSomebodyElse(met: (user: User) => void): void {
  meet = met;
}

/** Nothing is asked in the name of a session that is known to be over. */
let over = false;
let refreshing: Promise<User> | undefined;

interface Request extends RequestInit {
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A call in the name of who is signed in. A token that has ended is refreshed and the call made again: it was refused
 * before anything was done.
 *
 * @throws SignedOut; SomebodyElse; Error while the session cannot be refreshed; TypeError when the network is down
 */
export function call(path: string, request: Request): Promise<Response> {
  return callAs(believed, path, request);
}

async function callAs(subject: string | undefined, path: string, request: Request): Promise<Response> {
  if (over) throw new SignedOut();
  const headers = {
    ...request.headers,
    'Accept-Language': language,
    ...(subject === undefined ? {} : nameOf(subject)),
  };
  const named = { ...request, headers };
  const response = await fetch(path, named);
  if (response.status !== 401) return response;
  const user = await refresh();
  if (subject !== undefined && user.subject !== subject) {
    meet(user);
    throw new SomebodyElse();
  }
  const again = await fetch(path, named);
  if (again.status === 401) throw new SignedOut();
  return again;
}

/** Headers bear ASCII only. */
function nameOf(subject: string): Record<string, string> {
  return { [SUBJECT]: encodeURIComponent(subject) };
}

/** Who is signed in; a token that has ended is refreshed first. @throws like `call` */
export async function whoIsSignedIn(): Promise<User> {
  over = false;
  const response = await callAs(undefined, '/auth/me', { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`/auth/me: ${String(response.status)}`);
  return (await response.json()) as User;
}

/** Gets a new token, once for all who ask meanwhile; tabs take turns at the server. */
export function refresh(): Promise<User> {
  refreshing ??= askForToken().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function askForToken(): Promise<User> {
  const response = await fetch('/auth/refresh', { method: 'POST' });
  if (response.status === 401) {
    over = true;
    throw new SignedOut();
  }
  if (!response.ok) throw new Error(`/auth/refresh: ${String(response.status)}`);
  return (await response.json()) as User;
}

/** @returns where the session at the issuer is ended */
export async function signOut(): Promise<string> {
  const response = await fetch('/auth/sign-out', { method: 'POST' });
  if (!response.ok) throw new Error(`/auth/sign-out: ${String(response.status)}`);
  return ((await response.json()) as { next: string }).next;
}
