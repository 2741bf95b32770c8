import type { Say } from '../words/say.js';
import type { RegistryData } from './data.js';
import type { RegistryWords } from './words-id.js';

interface Props {
  readonly data: RegistryData;
  readonly region: string;
  readonly say: Say;
  readonly words: RegistryWords;
}

const MARKS: Readonly<Record<string, 'unsold' | 'waiting'>> = {
  offered: 'waiting',
  refused: 'unsold',
  lapsed: 'unsold',
  released: 'unsold',
  'refused-at-arrival': 'unsold',
};

/** What the caller's goods were allocated to last, and what they come to; both lists as files. */
export function Earnings({ data, region, say, words }: Props) {
  const { earnings } = words;
  return (
    <section aria-labelledby="earnings">
      <h2 id="earnings">{earnings.heading}</h2>
      {data.earnings.length === 0 && <p class="muted">{earnings.none}</p>}
      {data.earnings.length > 0 && (
        <>
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">{earnings.bound}</th>
                <th scope="col">{earnings.goods}</th>
                <th scope="col">{earnings.state}</th>
                <th scope="col" class="number">
                  {earnings.contributors}
                </th>
                <th scope="col" class="number">
                  {earnings.price}
                </th>
                <th scope="col" class="number">
                  {earnings.earns}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.earnings.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{say.moment(Date.parse(one.boundAt), region)}</th>
                  <td data-label={earnings.goods}>
                    {say.exact(one.quantity, one.unit)} {say.commodity(one.commodity)} → {say.region(one.partner)}
                  </td>
                  <td data-label={earnings.state}>
                    <span class={`mark ${MARKS[one.status] ?? 'sold'}`}>{say.words.allocationStates[one.status]}</span>
                  </td>
                  <td class="number" data-label={earnings.contributors}>
                    {say.count(one.contributors)}
                  </td>
                  <td class="number" data-label={earnings.price}>
                    {say.rupiah(one.unitPrice, one.unit)}
                  </td>
                  <td class="number" data-label={earnings.earns}>
                    Rp{say.count(one.earns)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="actions">
            <a href="/api/orders/allocations?format=xlsx">{earnings.exportAllocations}</a>
            <a href="/api/orders/settlements?format=xlsx">{earnings.exportSettlements}</a>
          </p>
        </>
      )}
    </section>
  );
}
