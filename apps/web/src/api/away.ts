import { useEffect, useState } from 'preact/hooks';

/** Where each service's paths begin; its page of documentation is small and open to everybody. */
export const SERVICE_PATHS = {
  'producer-registry': '/api/registry',
  'partnership-agreements': '/api/agreements',
  'order-routing': '/api/orders',
  'operations-dashboard': '/api/operations',
} as const;
export type ServiceName = keyof typeof SERVICE_PATHS;

const POLL_MS = 10_000;
const ANSWER_MS = 8_000;

/** Services that do not answer now, asked again and again: none of their events can tell it. */
export function useAway(): readonly ServiceName[] {
  const [away, setAway] = useState<readonly ServiceName[]>([]);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const names = Object.keys(SERVICE_PATHS) as ServiceName[];
      const answers = await Promise.all(names.map(isThere));
      if (stopped) return;
      setAway(names.filter((_, index) => answers[index] === false));
      timer = setTimeout(() => void ask(), POLL_MS);
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, []);
  return away;
}

/** Whatever it says, it is there, unless somebody in front of it says that it is not. */
async function isThere(name: ServiceName): Promise<boolean> {
  try {
    const response = await fetch(`${SERVICE_PATHS[name]}/docs`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return response.status < 500;
  } catch {
    return false;
  }
}
