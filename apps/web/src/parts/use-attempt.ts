import { useCallback, useState } from 'preact/hooks';
import { Refused, SignedOut } from '../api/client.js';
import { refusalText } from './refusal-text.js';

/** Starts a call; the same function for as long as the page is shown. */
export type Attempt = (work: Promise<unknown>) => void;

/**
 * Calls the services for a press, and keeps why it did not go through.
 *
 * @param offline said when the network is down
 * @param ended stays the same
 */
export function useAttempt(offline: string, ended: () => void): [Attempt, string | undefined] {
  const [failure, setFailure] = useState<{ readonly refused?: Refused }>();
  const attempt = useCallback(
    (work: Promise<unknown>) => {
      setFailure(undefined);
      work.catch((error: unknown) => {
        if (error instanceof SignedOut) ended();
        else setFailure(error instanceof Refused ? { refused: error } : {});
      });
    },
    [ended],
  );
  return [attempt, failure && (failure.refused ? refusalText(failure.refused) : offline)];
}
