import type { UploadWords } from '../parts/upload-words.js';

export interface IntakeWords {
  readonly onlyPartners: string;
  readonly noOffers: string;
  readonly noOffersNext: string;
  readonly nothingLeft: string;
  readonly mayOrder: (amounts: string) => string;
  readonly form: {
    readonly heading: string;
    readonly product: string;
    readonly quantity: (unit: string) => string;
    readonly needBy: string;
    readonly earliest: (date: string) => string;
    readonly buyer: string;
    readonly buyerHint: string;
    readonly certificates: string;
    readonly ceiling: (unit: string) => string;
    readonly more: string;
    readonly send: string;
    readonly sending: string;
    readonly offline: string;
    readonly price: (freight: string, days: number) => string;
  };
  readonly answer: {
    readonly full: (quantity: string) => string;
    readonly none: (quantity: string) => string;
    readonly part: (quantity: string) => string;
    readonly waits: (quantity: string, reason: string) => string;
    readonly tomorrow: string;
    readonly pending: string;
  };
  readonly orders: {
    readonly heading: string;
    readonly empty: string;
    readonly steps: readonly [string, string, string, string, string];
    readonly open: string;
    readonly close: string;
    readonly cancel: string;
    readonly cancelled: string;
    readonly cancelSure: string;
    readonly missing: (quantity: string, reason: string) => string;
    readonly eta: (date: string) => string;
    readonly arrivedAt: (place: string) => string;
    readonly handover: string;
    readonly export: string;
  };
  readonly receipt: {
    readonly heading: string;
    readonly sent: (quantity: string) => string;
    readonly accepted: (unit: string) => string;
    readonly damaged: (unit: string) => string;
    readonly missing: (quantity: string) => string;
    readonly moisture: string;
    readonly send: string;
  };
  readonly uploads: UploadWords;
}
