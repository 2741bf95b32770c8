import { useEffect, useState } from 'preact/hooks';

/** What the address names behind its `#`; empty: nothing. */
export function useHash(): string {
  const [named, setNamed] = useState(inAddress);
  useEffect(() => {
    const follow = () => {
      setNamed(inAddress());
      scrollTo({ top: 0 });
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, []);
  return named;
}

function inAddress(): string {
  return location.hash.slice(1);
}

/** Goes to the part of the page that the address names, once it is there. */
export function useAnchor(isThere: boolean): void {
  useEffect(() => {
    if (!isThere || location.hash === '') return;
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isThere]);
}
