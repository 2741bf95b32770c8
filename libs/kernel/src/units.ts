/** Base units: every stored quantity is a whole count of one of them. */
export const BASE_UNITS = ['GRAM', 'PAIR', 'PIECE'] as const;
export type BaseUnit = (typeof BASE_UNITS)[number];

/** Trade units, each a whole multiple of one base unit. A karung (sack) is not here: its size is the product's. */
export const TRADE_UNITS = {
  g: { base: 'GRAM', factor: 1 },
  kg: { base: 'GRAM', factor: 1_000 },
  kuintal: { base: 'GRAM', factor: 100_000 },
  ton: { base: 'GRAM', factor: 1_000_000 },
  pair: { base: 'PAIR', factor: 1 },
  lusin: { base: 'PAIR', factor: 12 },
  kodi: { base: 'PAIR', factor: 20 },
  piece: { base: 'PIECE', factor: 1 },
  'lusin-piece': { base: 'PIECE', factor: 12 },
  'kodi-piece': { base: 'PIECE', factor: 20 },
} as const satisfies Record<string, { base: BaseUnit; factor: number }>;
export type TradeUnit = keyof typeof TRADE_UNITS;

/** Trade units as people say them: a dozen is of pairs or of pieces, as its goods are. */
export const SAID_UNITS = Object.keys(TRADE_UNITS).filter((unit) => !unit.endsWith('-piece'));

/** The base units as the interface says them. */
export const SAID_BASE_UNITS = { GRAM: 'g', PAIR: 'pair', PIECE: 'piece' } as const satisfies Record<
  BaseUnit,
  TradeUnit
>;
