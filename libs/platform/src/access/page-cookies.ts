import { isLoopback } from '../context/loopback.js';

/**
 * Name of a page's cookie. Cookies of one host are shared by all its ports, so on this machine the port is in the name:
 * two systems beside each other do not sign each other's users out.
 *
 * @param pages address of the pages as browsers see it; empty: not known
 */
export function cookieName(name: string, pages: string): string {
  if (pages === '') return name;
  const { protocol, hostname, port } = new URL(pages);
  if (!isLoopback(hostname)) return name;
  return `${name}_${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`;
}

/** The cookie that a page's access token lies in. */
export function tokenCookie(pages: string): string {
  return cookieName('serap_token', pages);
}

/** What a request brings under a cookie's name. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [key, ...value] = pair.split('=');
    if (key?.trim() === name) return value.join('=').trim();
  }
  return undefined;
}
