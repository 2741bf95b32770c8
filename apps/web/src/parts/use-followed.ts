import { useEffect, useRef, useState } from 'preact/hooks';
import { Following } from '../api/follow.js';

/**
 * What `load` reads, kept up to date by the live stream.
 *
 * @returns the answer, undefined before the first one, and how to read it anew at once
 */
export function useFollowed<Answer>(load: () => Promise<Answer>, ended: () => void): [Answer | undefined, () => void] {
  const [answer, setAnswer] = useState<Answer>();
  const followingRef = useRef<Following<Answer> | undefined>(undefined);
  useEffect(() => {
    const following = new Following<Answer>({
      load,
      show: (next) => {
        setAnswer(() => next);
      },
      signedOut: ended,
    });
    followingRef.current = following;
    return () => {
      following.stop();
    };
  }, [load, ended]);
  return [answer, () => followingRef.current?.again()];
}
