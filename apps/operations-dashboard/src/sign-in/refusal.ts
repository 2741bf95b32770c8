import type { ClaimSize } from '../domain/token-size.js';

/** Why somebody is not signed in, as codes that a page and a log have words for. */
export type Why =
  | { readonly code: 'not-set-up' | 'expired' | 'refused' | 'no-answer' }
  | { readonly code: 'not-for-serap'; readonly signOutAt: string | undefined }
  | { readonly code: 'too-large'; readonly claims: readonly ClaimSize[] };

/** Somebody is not signed in. The message is for the log. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';

  constructor(
    readonly why: Why,
    message: string,
  ) {
    super(message);
  }
}
