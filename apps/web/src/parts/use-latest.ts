import { useCallback, useEffect, useRef } from 'preact/hooks';

/**
 * A function that stays the same while the page is shown, and does what was last given: what an effect calls later need
 * not start the effect anew.
 */
export function useLatest<Parameters extends unknown[]>(
  work: (...parameters: Parameters) => void,
): (...parameters: Parameters) => void {
  const latestRef = useRef(work);
  useEffect(() => {
    latestRef.current = work;
  });
  return useCallback((...parameters: Parameters) => {
    latestRef.current(...parameters);
  }, []);
}
