import { posix } from 'node:path';
import type { Site } from './caddyfile.js';

export type Lead = { readonly status: number } | { readonly host: string; readonly port: number };

/**
 * What a site does with a request line's address. As Caddy does, a path is compared decoded, without `.`, `..` and doubled
 * slashes, in any case of its letters; what is passed on is the address as it came.
 */
export function lead(site: Site, url: string): Lead {
  const path = plain(url);
  if (path === undefined) return { status: 400 };
  for (const [one, status] of site.answers) if (matches(one, path)) return { status };
  return site.routes.find((route) => matches(route.path, path)) ?? { status: 200 };
}

/** @returns undefined for an encoding that is none */
function plain(url: string): string | undefined {
  const [path = ''] = url.replace(/^\w+:\/\/[^/]*/, '').split(/[?#]/);
  try {
    return posix.normalize(`/${decodeURIComponent(path)}`).toLowerCase();
  } catch {
    return undefined;
  }
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
}
