import { useEffect, useState } from 'preact/hooks';
import type { CommodityFlows } from '../api/types.js';
import type { Say } from '../words/say.js';
import { FlowDrawing } from './flow-drawing.js';
import { sourcesOf } from './flow-layout.js';
import { FlowTable } from './flow-table.js';

interface Props {
  readonly flows: CommodityFlows;
  readonly say: Say;
}

/** The picture that explains the answer, its table twin one key away. */
export function FlowSection({ flows, say }: Props) {
  const [asTable, setAsTable] = useState(false);
  const { flow } = say.words;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 't') return;
      setAsTable((before) => !before);
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  }, []);
  if (sourcesOf(flows).length === 0) return null;
  return (
    <section aria-labelledby="flow">
      <div class="bar-heading">
        <h2 id="flow">{flow.heading}</h2>
        <button
          type="button"
          class="quiet"
          aria-pressed={asTable}
          onClick={() => {
            setAsTable(!asTable);
          }}
        >
          {asTable ? flow.asPicture : flow.asTable} <kbd>{flow.key}</kbd>
        </button>
      </div>
      {asTable ? <FlowTable flows={flows} say={say} /> : <FlowDrawing flows={flows} say={say} />}
    </section>
  );
}
