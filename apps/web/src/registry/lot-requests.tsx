import { useCallback, useEffect, useState } from 'preact/hooks';
import { get } from '../api/client.js';
import { useAttempt } from '../parts/use-attempt.js';
import { useLatest } from '../parts/use-latest.js';
import type { Lot, LotRequest } from './data.js';
import type { Acting } from './acting.js';

interface Props extends Acting {
  readonly lot: Lot;
}

const POLL_MS = 1_500;

/** What was asked of a lot, the newest first, and what routing gave of it. */
export function LotRequests({ lot, say, words, changed, ended }: Props) {
  const [requests, setRequests] = useState<readonly LotRequest[]>([]);
  const [attempt, failed] = useAttempt(words.offline, ended);
  const load = useCallback(async () => {
    const path = `/api/registry/lot-requests?lot=${lot.id}&limit=500`;
    const { items } = await get<{ items: LotRequest[] }>(path);
    setRequests(items.reverse());
    return items.some(isUndecided);
  }, [lot.id]);
  useEffect(() => {
    attempt(load());
  }, [attempt, load]);
  const tellChanged = useLatest(changed);
  const waits = requests.some(isUndecided);
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => {
      attempt(
        load().then((still) => {
          if (!still) tellChanged();
        }),
      );
    }, POLL_MS);
    return () => {
      clearInterval(timer);
    };
  }, [attempt, load, tellChanged, waits]);

  if (failed !== undefined) return <p class="mark unsold">{failed}</p>;
  if (requests.length === 0) return null;
  const { heading, file, kinds } = words.lots.requests;
  return (
    <>
      <h3>{heading}</h3>
      <ul class="plain" aria-live="polite">
        {requests.map((request) => (
          <li key={request.id}>
            {say.moment(Date.parse(request.askedAt), lot.origin)} · <b>{kinds[request.kind]}</b>
            <Outcome request={request} lot={lot} say={say} words={words} />
            {request.cause !== null && <small> “{request.cause}”</small>}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/api/registry/lot-requests?lot=${lot.id}&format=xlsx`}>{file}</a>
      </p>
    </>
  );
}

function Outcome({
  request: { quantity, granted },
  lot,
  say,
  words,
}: Pick<Props, 'lot' | 'say' | 'words'> & { readonly request: LotRequest }) {
  if (quantity === null) return null;
  const { requests } = words.lots;
  const [mark, text] =
    granted === null
      ? ['waiting', `${say.exact(quantity, lot.unit)}, ${requests.waiting}`]
      : granted === 0
        ? ['unsold', requests.nothing]
        : ['sold', requests.granted(say.exact(granted, lot.unit), say.exact(quantity, lot.unit))];
  return (
    <>
      {' · '}
      <span class={`mark ${mark}`}>{text}</span>
    </>
  );
}

/** Holds and releases have no quantity: they take effect at once. */
function isUndecided({ quantity, granted }: LotRequest): boolean {
  return quantity !== null && granted === null;
}
