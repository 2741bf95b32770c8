import { useEffect, useState } from 'preact/hooks';
import { post, SignedOut } from '../api/client.js';
import { useLatest } from '../parts/use-latest.js';
import type { Context } from './context.js';
import type { RowDifference } from './data.js';
import { whatIfBody, type WhatIfView } from './what-if-body.js';

/** Somebody types: it is asked once they pause. */
const PAUSE_MS = 500;

interface Props {
  readonly agreement: string;
  /** What the addendum would change; none: nothing is asked. */
  readonly rows: readonly RowDifference[];
  readonly context: Context;
}

type Told = WhatIfView | 'asking' | 'failed';

/** What the market would sell today if the addendum counted already, worked out before anybody signs it. */
export function WhatIf({ agreement, rows, context: { say, words, ended } }: Props) {
  const body = JSON.stringify(whatIfBody(agreement, rows));
  const [told, setTold] = useState<{ readonly body: string; readonly view: Told }>();
  const isIdle = rows.length === 0;
  const tellEnded = useLatest(ended);
  // Rows are made anew with each letter: what is asked is the body.
  useEffect(() => {
    if (isIdle) return;
    let stale = false;
    const put = (view: Told): void => {
      if (!stale) setTold({ body, view });
    };
    const ask = async (): Promise<void> => {
      put('asking');
      try {
        put(await post<WhatIfView>('/api/orders/what-if', JSON.parse(body) as object));
      } catch (error) {
        if (error instanceof SignedOut) tellEnded();
        else put('failed');
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [body, isIdle, tellEnded]);
  if (isIdle) return null;
  const { whatIf } = words.amending;
  const view = told?.body === body ? told.view : 'asking';
  return (
    <section class="what-if" aria-live="polite">
      <h3>{whatIf.heading}</h3>
      {view === 'asking' && <p class="muted">{whatIf.asking}</p>}
      {view === 'failed' && <p class="mark waiting">{whatIf.failed}</p>}
      {typeof view === 'object' && <Effect view={view} say={say} words={words} />}
    </section>
  );
}

function Effect({ view, say, words }: Pick<Context, 'say' | 'words'> & { readonly view: WhatIfView }) {
  const { whatIf } = words.amending;
  const moved = view.commodities.filter(({ today, then }) => today.sold !== then.sold || today.goods !== then.goods);
  const losing = view.lines.items.filter(({ promised, then }) => then < promised);
  return (
    <>
      {moved.length === 0 && <p>{whatIf.same}</p>}
      {moved.map(({ commodity, unit, today, then }) => (
        <p key={commodity} class={`mark ${then.sold >= today.sold ? 'sold' : 'unsold'}`}>
          {whatIf.sells({
            goods: say.commodity(commodity),
            difference: say.exact(Math.abs(then.sold - today.sold), unit),
            isMore: then.sold >= today.sold,
            today: say.amount(today.sold, unit),
            then: say.amount(then.sold, unit),
            rupiah: say.count(then.goods - today.goods),
          })}
        </p>
      ))}
      {view.households.gaining + view.households.losing > 0 && (
        <p>{whatIf.households(say.count(view.households.gaining), say.count(view.households.losing))}</p>
      )}
      <p class={losing.length === 0 ? 'muted' : 'mark waiting'}>{whatIf.promises(losing.length)}</p>
      <p class="muted">{view.proof.then.verified ? whatIf.proved : whatIf.notProved}</p>
    </>
  );
}
