import type { Unit } from '../api/types.js';
import { baseUnitsIn, baseUnitsOf } from '../parts/quantities.js';
import type { Say } from '../words/say.js';

export const FIGURES = ['produced', 'committedToExport', 'committedAtHome', 'held'] as const;
export type Figure = (typeof FIGURES)[number];

/** What is stated of one producer; base units. */
export type Figures = Readonly<Record<Figure, number>>;
/** The same as it is typed; an empty one is none. */
export type TypedFigures = Readonly<Partial<Record<Figure, string>>>;

/** A row of the grid: a producer that may have stock. */
export interface Contributor {
  readonly producerId: string;
  readonly name: string;
}

/** @returns base units, NaN where something else than a quantity stands; undefined for an empty row */
export function figuresOf(typed: TypedFigures, unit: Unit, language: Say['language']): Figures | undefined {
  if (FIGURES.every((figure) => (typed[figure] ?? '').trim() === '')) return undefined;
  const read = (figure: Figure) => {
    const text = (typed[figure] ?? '').trim();
    return text === '' ? 0 : baseUnitsOf(text, unit, language);
  };
  return {
    produced: read('produced'),
    committedToExport: read('committedToExport'),
    committedAtHome: read('committedAtHome'),
    held: read('held'),
  };
}

/** What of it is for sale. */
export function surplusOf({ produced, committedToExport, committedAtHome, held }: Figures): number {
  return produced - committedToExport - committedAtHome - held;
}

/** Figures as somebody would have typed them; a zero stays empty, but for what was produced. */
export function typedOf(figures: Figures, unit: Unit, say: Say): TypedFigures {
  const entries = FIGURES.filter((figure) => figure === 'produced' || figures[figure] > 0).map((figure) => [
    figure,
    say.count(figures[figure] / baseUnitsIn(unit)),
  ]);
  return Object.fromEntries(entries) as TypedFigures;
}
