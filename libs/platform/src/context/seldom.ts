const PAUSE_MS = 60_000;
const MOST_KEPT = 100;

/** Says the same once a minute: a client that cannot reach its server says so several times a second. */
export function seldom(say: (words: string) => void, now: () => number = Date.now): (words: string) => void {
  const said = new Map<string, number>();
  return (words) => {
    const before = said.get(words);
    if (before !== undefined && now() - before < PAUSE_MS) return;
    if (said.size >= MOST_KEPT) said.clear();
    said.set(words, now());
    say(words);
  };
}
