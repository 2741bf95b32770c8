/** Whose part is held or released; without `producerId` the whole lot. */
export interface HoldChange {
  readonly lotId: string;
  readonly cause: 'QUALITY' | 'PRODUCER_SUSPENDED';
  readonly producerId?: string;
}
