import type { Say } from '../words/say.js';
import type { OrderView } from './data.js';
import type { OrdersWords } from './words-id.js';

interface Props {
  readonly order: OrderView;
  readonly say: Say;
  readonly words: OrdersWords;
}

/** What was promised under which edition of an agreement: it is sold so, whatever a later addendum says. */
export function OrderTerms({ order, say, words: { one } }: Props) {
  return (
    <ul class="terms">
      {order.lines.flatMap((line) =>
        line.terms.map(({ term, edition, promised, freight, transitDays }) => (
          <li key={`${line.id} ${term} ${String(edition)}`}>
            {say.exact(promised, line.unit)} {say.commodity(line.commodity)}:{' '}
            {freight === null || transitDays === null
              ? one.termsUnknown
              : one.terms(say.rupiah(freight, line.unit), transitDays, edition ?? 1)}
          </li>
        )),
      )}
    </ul>
  );
}
