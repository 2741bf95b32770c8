import { useState } from 'preact/hooks';
import type { Live } from '../api/live.js';
import type { CommoditySummary } from '../api/types.js';
import { useAnchor } from '../parts/use-hash.js';
import { lazy } from '../parts/lazy.js';
import { Tasks, type Acting } from '../tasks/tasks.js';
import type { Say } from '../words/say.js';
import { Effects } from './effects.js';
import { FlowSection } from './flow-section.js';
import { Headline } from './headline.js';
import { HealthPanel } from './health.js';
import { Orders } from './orders.js';
import { OtherGoods } from './other-goods.js';
import { Partners } from './partners.js';
import { Reasons } from './reasons.js';
import { StatusLine, type Freshness } from './status-line.js';

interface Props {
  readonly live: Live;
  readonly freshness: Freshness;
  /** The reader looks after the installation. */
  readonly watches: boolean;
  /** Who reads it, and what becomes of what is done. */
  readonly acting: Acting;
  readonly say: Say;
}

const OfOperations = lazy(async () => (await import('../technical/of-operations.js')).OfOperations);

const ORIGIN_WITHOUT_DATA = '33.02';

/** One commodity in full, the others in a line each. */
export function OperationsPage({ live, freshness, watches, acting, say }: Props) {
  useAnchor(true);
  const [chosen, choose] = useState<string>();
  const { commodities, clock, orders } = live.summary;
  const shown = commodities.find((commodity) => keyOf(commodity) === chosen) ?? commodities[0];
  const origin = shown?.origin ?? ORIGIN_WITHOUT_DATA;
  const { words } = say;
  return (
    <main>
      <StatusLine live={live} freshness={freshness} origin={origin} commodity={shown?.commodity} say={say} />
      {shown ? <Headline key={keyOf(shown)} commodity={shown} say={say} /> : <Nothing say={say} />}
      <Tasks tasks={live.tasks} counts={live.taskCounts} say={say} acting={acting} />
      {shown && <Shown key={keyOf(shown)} shown={shown} live={live} say={say} />}
      <OtherGoods
        commodities={commodities}
        shown={shown ?? ({} as CommoditySummary)}
        choose={(commodity) => {
          choose(keyOf(commodity));
          scrollTo({ top: 0 });
        }}
        say={say}
      />
      <div class="two">
        <Orders orders={live.orders} counts={orders} origin={origin} say={say} />
        <HealthPanel live={live} origin={origin} unit={shown?.unit ?? 'GRAM'} watches={watches} say={say} />
      </div>
      {acting.user && (
        <OfOperations user={acting.user} origin={origin} simulated={clock.simulated} say={say} ended={acting.ended} />
      )}
      <footer>
        {clock.simulated && (
          <>
            <h2>{words.notes.heading}</h2>
            {words.notes.sourced.map((note) => (
              <p key={note}>{note}</p>
            ))}
            <p>{words.notes.assumed}</p>
          </>
        )}
        <p>{words.notes.regions}</p>
      </footer>
    </main>
  );
}

function Shown({ shown, live, say }: { readonly shown: CommoditySummary; readonly live: Live; readonly say: Say }) {
  const same = (row: { readonly origin: string; readonly commodity: string }) => keyOf(row) === keyOf(shown);
  const flows = live.flows.find(same);
  return (
    <>
      <div class="explain">
        {flows && <FlowSection flows={flows} say={say} />}
        <div>
          <Reasons explanation={live.reasons.find(same)} say={say} />
          <Effects commodity={shown} say={say} />
        </div>
      </div>
      {flows && <Partners flows={flows} say={say} />}
    </>
  );
}

function Nothing({ say }: { readonly say: Say }) {
  return (
    <header class="headline">
      <h1>{say.words.head.nothing}</h1>
      <p class="muted">{say.words.head.nothingNext}</p>
    </header>
  );
}

function keyOf({ origin, commodity }: { readonly origin: string; readonly commodity: string }): string {
  return `${origin} ${commodity}`;
}
