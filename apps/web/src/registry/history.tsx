import type { Say } from '../words/say.js';
import type { Settled } from './data.js';
import type { Part } from './why.js';
import type { RegistryWords } from './words.js';

interface Props {
  readonly parts: readonly Part[];
  readonly settled: readonly Settled[];
  readonly say: Say;
  readonly words: RegistryWords;
}

/** What became of a producer's newest lots, and what they have earned it. */
export function History({ parts, settled, say, words }: Props) {
  const { history } = words;
  if (parts.length === 0) return <p class="muted">{history.none}</p>;
  return (
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">{history.day}</th>
          <th scope="col">{history.goods}</th>
          <th scope="col" class="number">
            {history.given}
          </th>
          <th scope="col" class="number">
            {history.sold}
          </th>
          <th scope="col" class="number">
            {history.earned}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ lot, given, sold }) => {
          const lines = settled.filter(({ lotId }) => lotId === lot.id);
          const amount = lines.reduce((total, line) => total + line.amount, 0);
          const paid = lines.every((line) => line.paid);
          return (
            <tr key={lot.id}>
              <th scope="row">{say.date(lot.producedOn)}</th>
              <td data-label={history.goods}>{say.commodity(lot.commodity)}</td>
              <td class="number" data-label={history.given}>
                {say.exact(given, lot.unit)}
              </td>
              <td class="number" data-label={history.sold}>
                <span class={`mark ${sold === 0 ? 'unsold' : sold < given ? 'waiting' : 'sold'}`}>
                  {say.exact(sold, lot.unit)}
                </span>
              </td>
              <td class="number" data-label={history.earned}>
                {lines.length === 0
                  ? history.notYet
                  : `Rp${say.count(amount)} · ${paid ? words.earnings.paid : words.earnings.unpaid}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
