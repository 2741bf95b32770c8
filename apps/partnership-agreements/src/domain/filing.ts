/**
 * What the office does with an agreement's documents (penatausahaan, Permendagri 22/2020): enters it in the agenda, keeps
 * the original, sends copies to the ministry or the governor, makes it public, and writes letters about it.
 */
export const FILING_KINDS = ['registered', 'filed', 'copy-sent', 'published', 'correspondence'] as const;
export type FilingKind = (typeof FILING_KINDS)[number];
