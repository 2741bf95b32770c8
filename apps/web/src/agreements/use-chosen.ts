import { useEffect, useState } from 'preact/hooks';

/** The agreement that the address names (`/kerja-sama#<id>`); empty: none. */
export function useChosen(): string {
  const [chosen, choose] = useState(inAddress);
  useEffect(() => {
    const follow = () => {
      choose(inAddress());
      scrollTo({ top: 0 });
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, []);
  return chosen;
}

function inAddress(): string {
  return location.hash.slice(1);
}
