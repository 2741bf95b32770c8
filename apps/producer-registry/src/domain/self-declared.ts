/** What an office does with goods of producers that are not verified: sells them, or holds them until they are. */
export const SELF_DECLARED = ['sold', 'held'] as const;
export type SelfDeclared = (typeof SELF_DECLARED)[number];
