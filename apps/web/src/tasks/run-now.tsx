import { useState } from 'preact/hooks';
import { refusalText } from '../parts/refusal-text.js';
import { useSending } from '../parts/use-sending.js';
import type { Say } from '../words/say.js';

interface Props {
  readonly origin: string;
  readonly say: Say;
  readonly changed: () => void;
  readonly ended: () => void;
}

/** Binds a market now. */
export function RunNow({ origin, say, changed, ended }: Props) {
  const [ran, setRan] = useState(false);
  const { words } = say;
  const sending = useSending({ refusal: refusalText, offline: words.forms.offline, changed, ended });
  const run = async (): Promise<void> => {
    setRan(false);
    setRan((await sending.send('/api/orders/runs', { origin })) !== undefined);
  };
  return (
    <span class="copy">
      <button type="button" class="quiet" disabled={sending.busy} onClick={() => void run()}>
        {sending.busy ? words.forms.busy : words.tasks.acts.run}
      </button>
      <small role="status">
        {sending.failed !== undefined && <span class="mark unsold">{sending.failed}</span>}
        {ran && sending.failed === undefined && <span class="mark sold">{words.tasks.acts.runDone}</span>}
      </small>
    </span>
  );
}
