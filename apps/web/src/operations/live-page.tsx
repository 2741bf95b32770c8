import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { watch, type Live, type Watching } from '../api/live.js';
import type { PageProps } from '../page-props.js';
import { Say } from '../words/say.js';
import { OperationsPage } from './page.js';
import type { Freshness } from './status-line.js';

/** The operations page over its live data. */
export function LiveOperationsPage({ language, user, ended }: PageProps) {
  const [live, setLive] = useState<Live>();
  const [freshness, setFreshness] = useState<Freshness>({ at: 0, streaming: false });
  const say = useMemo(() => new Say(language, live?.regions ?? {}), [language, live?.regions]);
  const watchingRef = useRef<Watching | undefined>(undefined);
  useEffect(() => {
    const watching = watch({
      show: setLive,
      fresh: (streaming) => {
        setFreshness({ at: Date.now(), streaming });
      },
      signedOut: ended,
    });
    watchingRef.current = watching;
    return () => {
      watching.stop();
    };
  }, [ended]);
  const acting = {
    ...{ user, ended },
    changed: () => {
      watchingRef.current?.again();
    },
  };
  const watches = user?.roles.includes('platform') ?? false;
  if (live) return <OperationsPage live={live} freshness={freshness} watches={watches} acting={acting} say={say} />;
  return (
    <main>
      <p class="muted">{say.words.head.loading}</p>
    </main>
  );
}
