import type { Producer, Settled } from './data.js';
import type { Acting } from './acting.js';
import { HoldMark, LotRow } from './lot-row.js';
import type { Part } from './why.js';
import { sum } from '../parts/sum.js';

interface Props extends Acting {
  readonly producer: Pick<Producer, 'id' | 'name'>;
  readonly parts: readonly Part[];
  readonly settled: readonly Settled[];
}

/** What became of a producer's newest lots, what they have earned it, and what may be done with them. */
export function History({ producer, parts, settled, ...acting }: Props) {
  const { say, words } = acting;
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
          <th scope="col">{words.lots.act}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ lot, given, sold }) => {
          const lines = settled.filter(({ lotId }) => lotId === lot.id);
          const amount = sum(lines.map((line) => line.amount));
          const paid = lines.every((line) => line.paid);
          return (
            <LotRow
              key={lot.id}
              lot={lot}
              part={lot.contributed === null ? undefined : { producerId: producer.id, name: producer.name }}
              cells={5}
              {...acting}
            >
              <th scope="row">{say.date(lot.producedOn)}</th>
              <td data-label={history.goods}>
                <span>
                  {say.commodity(lot.commodity)} <HoldMark lot={lot} words={words} />
                </span>
              </td>
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
            </LotRow>
          );
        })}
      </tbody>
    </table>
  );
}
