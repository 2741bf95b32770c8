const SOMEWHERE = 'http://pages.invalid';
const LONGEST = 1_000;

/**
 * Where a page is returned to after signing in: a path of ours, or the first page where anything else was asked for.
 * A browser takes `//host` and `/\host` for another site, so what comes out of its own reading is looked at.
 */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.length > LONGEST) return '/';
  if (!URL.canParse(wanted, SOMEWHERE)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, SOMEWHERE);
  if (origin !== SOMEWHERE || pathname.startsWith('//') || pathname.startsWith('/auth/')) return '/';
  return `${pathname}${search}${hash}`;
}
