import { useEffect, useState } from 'preact/hooks';
import { get } from './client.js';
import { SERVICE_PATHS } from './away.js';
import { SignedOut } from './session-calls.js';
import type { Waiting } from './types.js';

/** A service, and what it says of itself; `silent`: it has not answered in time, or not this question. */
export interface ServiceState {
  readonly service: string;
  readonly told: Waiting | 'silent' | undefined;
}

/** Nothing tells of it: a service whose events do not go out cannot. */
const POLL_MS = 10_000;
const ANSWER_MS = 8_000;

const UNASKED: readonly ServiceState[] = Object.keys(SERVICE_PATHS).map((service) => ({ service, told: undefined }));

/** What each service says of itself, asked one by one again and again: one that is silent holds up no other. */
export function useServices(): readonly ServiceState[] {
  const [states, setStates] = useState(UNASKED);
  useEffect(() => {
    const put = (service: string, told: Waiting | 'silent'): void => {
      setStates((now) => now.map((one) => (one.service === service ? { service, told } : one)));
    };
    const stops = Object.entries(SERVICE_PATHS).map(([service, path]) => askAgainAndAgain(service, path, put));
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return states;
}

function askAgainAndAgain(
  service: string,
  path: string,
  put: (service: string, told: Waiting | 'silent') => void,
): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (): Promise<void> => {
    const told = await get<Waiting>(`${path}/waiting`, AbortSignal.timeout(ANSWER_MS)).catch((error: unknown) =>
      // The session is over, which says nothing of the service; the frame of the page says it.
      error instanceof SignedOut ? undefined : ('silent' as const),
    );
    if (stopped) return;
    if (told !== undefined) put(service, told);
    timer = setTimeout(() => void ask(), POLL_MS);
  };
  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
