/** Rules that an agreement is made by, and what they ask for beyond what all ask for; each with its legal basis. */
export const REGIMES = ['PP 28/2018 + Permendagri 22/2009', 'PP 28/2018 + Permendagri 22/2020'] as const;

/**
 * Whether the region's cooperation team (TKKSD) reviews each text before it is signed: by Permendagri 22/2020. Under the
 * rules before it a review may be recorded, and nothing waits for it.
 */
export function wantsReview(regime: string): boolean {
  return regime === 'PP 28/2018 + Permendagri 22/2020';
}
