import { useCallback, useEffect, useState } from 'preact/hooks';
import { useAttempt } from '../parts/use-attempt.js';
import type { Acting } from './acting.js';
import type { Producer } from './data.js';
import { Repetitions } from './repetitions.js';
import { loadStatements, type StatementsOf } from './statement-data.js';
import { StatementForm } from './statement-form.js';

interface Props extends Acting {
  readonly seller: Producer;
  /** YYYY-MM-DD at the origin. */
  readonly today: string;
}

/** What a seller states: what repeats, and a form for what it has now. */
export function Statements({ seller, today, ...acting }: Props) {
  const [known, setKnown] = useState<StatementsOf>();
  const [attempt, failed] = useAttempt(acting.words.offline, acting.ended);
  const load = useCallback(async () => {
    setKnown(await loadStatements(seller.id));
  }, [seller.id]);
  // A new day has stated what repeats.
  useEffect(() => {
    attempt(load());
  }, [attempt, load, today]);
  if (!known) return failed === undefined ? null : <p class="mark unsold">{failed}</p>;
  const { products, repeating } = known;
  const { changed: tell, ...rest } = acting;
  const changed = () => {
    attempt(load());
    tell();
  };
  const shared = { seller, products, today, changed, ...rest };
  return (
    <>
      <Repetitions repeating={repeating} {...shared} />
      {products.length > 0 && (seller.status === 'draft' || seller.status === 'verified') && (
        <details>
          <summary>{acting.words.statements.open}</summary>
          <StatementForm {...shared} />
        </details>
      )}
    </>
  );
}
