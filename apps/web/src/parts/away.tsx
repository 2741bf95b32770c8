import { useAway } from '../api/away.js';
import type { Say } from '../words/say.js';

/** Above every page: which part of the system does not answer, so that nothing beside it reads as all being well. */
export function Away({ say }: { readonly say: Say }) {
  const away = useAway();
  const { words } = say;
  return (
    <div role="status" class="away">
      {away.length > 0 && (
        <p class="mark unsold">{words.away.text(say.list(away.map((name) => words.away.services[name])))}</p>
      )}
    </div>
  );
}
