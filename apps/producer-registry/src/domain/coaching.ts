/** What a producer is coached in. */
export const COACHING_KINDS = ['certification', 'packing', 'health-insurance'] as const;
export type CoachingKind = (typeof COACHING_KINDS)[number];
