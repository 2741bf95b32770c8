/** Roles of the users in docs/domain.md, as the token's `roles` claim names them; a partner's system comes with an API key. */
export const ROLES = [
  'registry-officer',
  'agreement-officer',
  'partner-intake',
  'partner-system',
  'cooperative',
  'operations',
  'platform',
] as const;
export type Role = (typeof ROLES)[number];

/** Who calls, as the token says: nothing of it comes from the request's body. */
export interface Principal {
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Kemendagri code: an officer's own regency, a partner's own region. Empty for who is `platform` alone and has none. */
  readonly region: string;
  /** The aggregator that a cooperative acts for: it has no reach beyond it. There whenever `roles` has `cooperative`. */
  readonly aggregator?: string;
  /** When the token ends, milliseconds since 1970; an API key does not end by itself. */
  readonly expiresAt?: number;
}
