import type { TimelineEntry } from '../api/types.js';
import type { Say } from '../words/say.js';
import { wordsOf } from '../words/words.js';
import { statusText } from './status-text.js';

interface Props {
  readonly entries: readonly TimelineEntry[];
  /** By whose clock. */
  readonly region: string;
  readonly say: Say;
}

/** All that happened to an order. */
export function Timeline({ entries, region, say }: Props) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={entry.id}>
          <time>{say.moment(Date.parse(entry.at), region)}</time>{' '}
          {'corrections' in entry.data
            ? say.words.orders.corrected
            : (wordsOf(say.words.orders.events, entry.type) ?? entry.type)}
          {detail(entry, say)}
        </li>
      ))}
    </ol>
  );
}

/** The figure or state that the event brought. */
function detail({ data }: TimelineEntry, say: Say): string {
  const unit = data['unit'];
  const figure = data['promised'] ?? data['quantity'];
  if (typeof figure === 'number' && (unit === 'GRAM' || unit === 'PAIR' || unit === 'PIECE')) {
    return `: ${say.exact(figure, unit)}`;
  }
  const status = data['status'];
  return typeof status === 'string' ? `: ${statusText(status, say)}` : '';
}
