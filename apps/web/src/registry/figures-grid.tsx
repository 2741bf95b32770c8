import type { Unit } from '../api/types.js';
import { quantityPattern } from '../parts/quantities.js';
import type { Say } from '../words/say.js';
import { FIGURES, figuresOf, surplusOf, type Contributor, type TypedFigures } from './statement-figures.js';
import type { StatementWords } from './statement-words-id.js';

interface Props {
  readonly rows: readonly Contributor[];
  readonly typed: Readonly<Record<string, TypedFigures>>;
  readonly unit: Unit;
  readonly say: Say;
  readonly words: StatementWords;
  readonly change: (producerId: string, figures: TypedFigures) => void;
}

/** Figures by producer, to be filled in like a spreadsheet: Enter and the arrows go up and down a column. */
export function FiguresGrid({ rows, typed, unit, say, words, change }: Props) {
  return (
    <table class="stacked figures">
      <thead>
        <tr>
          <th scope="col">{words.producer}</th>
          {FIGURES.map((figure) => (
            <th key={figure} scope="col">
              {words.figures[figure]}
            </th>
          ))}
          <th scope="col" class="number">
            {words.surplus}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ producerId, name }) => {
          const own = typed[producerId] ?? {};
          const figures = figuresOf(own, unit, say.language);
          const surplus = figures && surplusOf(figures);
          return (
            <tr key={producerId}>
              <th scope="row">{name}</th>
              {FIGURES.map((figure) => (
                <td key={figure} data-label={words.figures[figure]}>
                  <input
                    aria-label={`${words.figures[figure]}, ${name}`}
                    data-column={figure}
                    inputMode="decimal"
                    autoComplete="off"
                    pattern={quantityPattern(say.language)}
                    value={own[figure] ?? ''}
                    onKeyDown={moveInColumn}
                    onInput={({ currentTarget }) => {
                      change(producerId, { ...own, [figure]: currentTarget.value });
                    }}
                  />
                </td>
              ))}
              <td class="number" data-label={words.surplus}>
                {surplus !== undefined && !Number.isNaN(surplus) && (
                  <span class={surplus < 0 ? 'mark unsold' : ''}>{say.exact(surplus, unit)}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Enter would send a form that is half filled in. */
function moveInColumn(event: KeyboardEvent): void {
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
  const { currentTarget: from } = event;
  if (step === 0 || !(from instanceof HTMLInputElement)) return;
  event.preventDefault();
  const column = [...(from.closest('table')?.querySelectorAll('input') ?? [])].filter(
    ({ dataset }) => dataset['column'] === from.dataset['column'],
  );
  const next = column[column.indexOf(from) + step];
  next?.focus();
  next?.select();
}
