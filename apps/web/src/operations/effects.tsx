import { useState } from 'preact/hooks';
import type { CommoditySummary } from '../api/types.js';
import { Num } from '../parts/num.js';
import { capital } from '../words/letters.js';
import type { Say } from '../words/say.js';

interface Props {
  readonly commodity: CommoditySummary;
  readonly say: Say;
}

/** What the sales mean for the people who made the goods, with the method shown. */
export function Effects({ commodity, say }: Props) {
  const [open, setOpen] = useState(false);
  const { households, contributors, contributorsPaid, unit } = commodity;
  const { words } = say;
  return (
    <div class="effects">
      {households && (
        <p>
          <Num value={households.equivalent} text={capital(words.households.line(say.count(households.equivalent)))} />{' '}
          <button
            type="button"
            class="link"
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {words.households.how}
          </button>
        </p>
      )}
      {households && open && (
        <p class="method">
          {words.households.method(
            say.exact(households.sold, unit),
            say.exact(households.outputPerWeek, unit),
            say.count(households.equivalent),
          )}
        </p>
      )}
      {contributors > 0 && (
        <p>
          <Num
            value={contributorsPaid}
            text={words.head.contributors(say.count(contributorsPaid), say.count(contributors))}
          />
        </p>
      )}
    </div>
  );
}
