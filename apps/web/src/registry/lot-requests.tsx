import { useCallback } from 'preact/hooks';
import { get } from '../api/client.js';
import { useUndecided } from '../parts/use-undecided.js';
import type { Lot, LotRequest } from './data.js';
import type { Acting } from './acting.js';

interface Props extends Acting {
  readonly lot: Lot;
}

/** What was asked of a lot, the newest first, and what routing gave of it. */
export function LotRequests({ lot, say, words, changed, ended }: Props) {
  const find = useCallback(async () => {
    const path = `/api/registry/lot-requests?lot=${lot.id}&limit=500`;
    return (await get<{ items: LotRequest[] }>(path)).items.reverse();
  }, [lot.id]);
  const { items: requests, failed } = useUndecided({ find, isUndecided, changed, offline: words.offline, ended });

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
  request: { quantity, granted, available },
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
        ? ['unsold', available === null ? requests.nothing : requests.available(say.exact(available, lot.unit))]
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
