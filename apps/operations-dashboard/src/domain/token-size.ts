/** What a browser keeps of one cookie, its name included, is 4,096 bytes; some count its attributes too. */
const MOST_BYTES = 3_900;
const NAMED = 5;
/** A claim that Serap reads is named from this size on: it holds more than that. */
const SWOLLEN_BYTES = 500;

/** A claim, with the bytes that it takes in a token. */
export interface ClaimSize {
  readonly claim: string;
  readonly bytes: number;
  /** Serap reads something in it: it stays, with less in it. */
  readonly read: boolean;
}

/**
 * What makes a token too large for a cookie.
 *
 * @param paths claim paths that Serap reads
 * @returns its largest claims; undefined: it is small enough
 */
export function tooLarge(token: string, paths: readonly string[]): readonly ClaimSize[] | undefined {
  if (Buffer.byteLength(token) <= MOST_BYTES) return undefined;
  return Object.entries(claimsOf(token))
    .filter(([claim]) => !NEEDED.has(claim))
    .map(([claim, value]) => ({
      claim,
      bytes: Buffer.byteLength(JSON.stringify(value)),
      read: paths.some((path) => path === claim || path.startsWith(`${claim}.`)),
    }))
    .filter(({ bytes, read }) => !read || bytes > SWOLLEN_BYTES)
    .sort((one, other) => other.bytes - one.bytes)
    .slice(0, NAMED);
}

const NEEDED = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti']);

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}
