/** What a browser keeps of one cookie, its name included, is 4,096 bytes; some count its attributes too. */
const MOST_BYTES = 3_900;
const NAMED = 5;

/** A claim, with the bytes that it takes in a token. */
export interface ClaimSize {
  readonly claim: string;
  readonly bytes: number;
}

/**
 * What makes a token too large for a cookie.
 *
 * @param read claim paths that Serap reads: those are not to be dropped
 * @returns its largest claims that nobody here reads; undefined: it is small enough
 */
export function tooLarge(token: string, read: readonly string[]): readonly ClaimSize[] | undefined {
  if (Buffer.byteLength(token) <= MOST_BYTES) return undefined;
  return Object.entries(claimsOf(token))
    .filter(([claim]) => !NEEDED.has(claim) && !read.includes(claim))
    .map(([claim, value]) => ({ claim, bytes: Buffer.byteLength(JSON.stringify(value)) }))
    .sort((one, other) => other.bytes - one.bytes)
    .slice(0, NAMED);
}

const NEEDED = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti']);

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}
