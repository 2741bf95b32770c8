import { useState } from 'preact/hooks';
import { Refused, SignedOut } from '../api/client.js';
import { refusalText } from './refusal-text.js';

/**
 * Calls the services for a press, and keeps why it did not go through.
 *
 * @param offline said when the network is down
 */
export function useAttempt(offline: string, ended: () => void): [(work: Promise<unknown>) => void, string | undefined] {
  const [failed, setFailed] = useState<string>();
  const attempt = (work: Promise<unknown>) => {
    setFailed(undefined);
    work.catch((error: unknown) => {
      if (error instanceof SignedOut) ended();
      else setFailed(error instanceof Refused ? refusalText(error) : offline);
    });
  };
  return [attempt, failed];
}
