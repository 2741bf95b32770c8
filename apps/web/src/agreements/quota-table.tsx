import type { Say } from '../words/say.js';
import type { QuotaView } from './data.js';
import { measureOf, periodName } from './quota-periods.js';
import type { AgreementsWords } from './words-id.js';

interface Props {
  readonly quota: readonly QuotaView[];
  readonly say: Say;
  readonly words: AgreementsWords;
}

/** The ledger as it is kept: every period in which something was spent, the newest first. */
export function QuotaTable({ quota, say, words }: Props) {
  const { period, capacity, consumed, left } = words.quota;
  const { destination, commodity } = words.terms;
  return (
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">{period}</th>
          <th scope="col">{destination}</th>
          <th scope="col">{commodity}</th>
          {[capacity, consumed, left].map((label) => (
            <th key={label} scope="col" class="number">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {quota.map((cell) => {
          const said = (quantity: number) =>
            cell.unit === null ? say.count(quantity) : say.exact(quantity, cell.unit);
          const figures = [
            [capacity, cell.quotaKind === 'unlimited' ? null : measureOf(cell)],
            [consumed, cell.consumed],
            [left, cell.quotaKind === 'cap' || cell.quotaKind === null ? cell.capacity - cell.consumed : null],
          ] as const;
          return (
            <tr key={`${cell.termId} ${cell.period}`}>
              <th scope="row">{periodName(cell.period, say, words)}</th>
              <td data-label={destination}>{cell.destination === null ? '' : say.region(cell.destination)}</td>
              <td data-label={commodity}>{cell.commodity === null ? '' : say.commodity(cell.commodity)}</td>
              {figures.map(([label, quantity]) => (
                <td key={label} class="number" data-label={label}>
                  {quantity === null ? '–' : said(quantity)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
