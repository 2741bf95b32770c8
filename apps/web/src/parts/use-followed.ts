import { useEffect, useRef, useState } from 'preact/hooks';
import { follow, type Following } from '../api/follow.js';

/**
 * What `load` reads, kept up to date by the live stream.
 *
 * @returns the answer, undefined before the first one, and how to read it anew at once
 */
export function useFollowed<Answer>(load: () => Promise<Answer>, ended: () => void): [Answer | undefined, () => void] {
  const [answer, setAnswer] = useState<Answer>();
  const following = useRef<Following | undefined>(undefined);
  useEffect(() => {
    following.current = follow<Answer>({
      load,
      show: (next) => {
        setAnswer(() => next);
      },
      signedOut: ended,
    });
    return () => {
      following.current?.stop();
    };
  }, [load, ended]);
  return [answer, () => following.current?.again()];
}
