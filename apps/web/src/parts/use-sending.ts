import { useRef, useState } from 'preact/hooks';
import { Refused, send, SignedOut, type Sent } from '../api/client.js';

export interface Sending {
  readonly busy: boolean;
  /** What to do next, when it was refused or did not get through. */
  readonly failed: string | undefined;
  /** @returns the answer; undefined: it was not recorded */
  readonly send: <Answer extends object>(
    path: string,
    body: object,
    method?: Sent,
    version?: number,
  ) => Promise<Answer | undefined>;
}

interface Around {
  /** What is said of a refusal. */
  readonly refusal: (refused: Refused) => string;
  /** Said when the network is down. */
  readonly offline: string;
  /** What is shown may be old now. */
  readonly changed: () => void;
  readonly ended: () => void;
}

/** Sends a step or an entry; the same one sent again after a lost answer has its effect once. */
export function useSending({ refusal, offline, changed, ended }: Around): Sending {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const attemptRef = useRef({ text: '', key: '' });

  const sendOnce = async <Answer extends object>(
    path: string,
    body: object,
    method: Sent = 'POST',
    version?: number,
  ): Promise<Answer | undefined> => {
    const text = JSON.stringify([method, path, version, body]);
    if (attemptRef.current.text !== text) attemptRef.current = { text, key: crypto.randomUUID() };
    setBusy(true);
    setFailed(undefined);
    try {
      const answer = await send<Answer>(method, path, body, { key: attemptRef.current.key, version });
      attemptRef.current = { text: '', key: '' };
      changed();
      return answer;
    } catch (error) {
      if (error instanceof SignedOut) {
        ended();
      } else if (error instanceof Refused) {
        // Decided: the same body again is another attempt. What is shown may be old, so it is read anew.
        attemptRef.current = { text: '', key: '' };
        setFailed(refusal(error));
        changed();
      } else {
        setFailed(offline);
      }
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failed, send: sendOnce };
}
