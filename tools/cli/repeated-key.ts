/** An object or list that is open at some place of the text. */
interface Open {
  /** Names so far; null: a list. */
  readonly names: Set<string> | null;
  /** Name or index of what is read now. */
  at: string | number;
}

/**
 * The first name that stands twice in one object of a JSON text: `JSON.parse` would keep the last and drop the other.
 *
 * @param text valid JSON. Cost: one pass.
 * @returns its JSON Pointer; undefined when every name stands once
 */
export function repeatedKey(text: string): string | undefined {
  const open: Open[] = [];
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22: {
        const end = endOfText(text, at);
        const inside = open.at(-1);
        if (inside?.names && isName(text, end)) {
          const raw = text.slice(at, end + 1);
          const name = raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
          inside.at = name;
          if (inside.names.has(name)) return `/${open.map((one) => String(one.at)).join('/')}`;
          inside.names.add(name);
        }
        at = end;
        break;
      }
      case 0x7b:
        open.push({ names: new Set(), at: '' });
        break;
      case 0x5b:
        open.push({ names: null, at: 0 });
        break;
      case 0x7d:
      case 0x5d:
        open.pop();
        break;
      case 0x2c: {
        const inside = open.at(-1);
        if (inside && typeof inside.at === 'number') inside.at += 1;
        break;
      }
    }
  }
  return undefined;
}

/** Where the text that begins at `from` ends. */
function endOfText(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(quote - 1 - slashes) === 0x5c) slashes += 1;
  return slashes % 2 === 1;
}

/** A colon follows. */
function isName(text: string, end: number): boolean {
  let next = end + 1;
  while (text.charCodeAt(next) <= 0x20) next += 1;
  return text.charCodeAt(next) === 0x3a;
}
