import type { Live } from '../api/live.js';
import { useNow } from '../parts/use-now.js';
import type { Say } from '../words/say.js';

export interface Freshness {
  /** When the server last confirmed that this is the latest; this computer's time. */
  readonly at: number;
  readonly streaming: boolean;
}

interface Props {
  readonly live: Live;
  readonly freshness: Freshness;
  readonly origin: string;
  readonly commodity: string | undefined;
  readonly say: Say;
}

/** After so long without a word the connection counts as lost. */
const LOST_AFTER_MS = 12_000;

/** Where, what, when by the business clock, and how old the data are: always in sight. */
export function StatusLine({ live, freshness, origin, commodity, say }: Props) {
  const now = useNow();
  const { clock } = say.words;
  const place = [say.region(origin), commodity === undefined ? undefined : say.commodity(commodity)].filter(Boolean);
  return (
    <div class="status">
      <p>
        <b>{place.join(' · ')}</b>
        {' · '}
        <time aria-label={clock.label}>{say.moment(now + live.clockAhead, origin, 'long')}</time>
        {live.summary.clock.simulated && <span class="simulated"> ({clock.simulated})</span>}
      </p>
      <Age now={now} live={live} freshness={freshness} say={say} />
    </div>
  );
}

function Age({ now, live, freshness, say }: Pick<Props, 'live' | 'freshness' | 'say'> & { readonly now: number }) {
  const { age } = say.words;
  const old = Math.max(0, now - freshness.at);
  const seconds = Math.floor(old / 1_000);
  const behind = live.eventLag ?? 0;
  if (old > LOST_AFTER_MS) return <p class="age lost">○ {age.lost(say.timeOfDay(freshness.at))}</p>;
  if (live.eventLag === null) return <p class="age lost">○ {age.unknownLag}</p>;
  if (behind > 0) return <p class="age behind">◐ {age.behind(say.count(behind))}</p>;
  return <p class="age live">● {freshness.streaming ? age.fresh(seconds) : age.polling(seconds)}</p>;
}
