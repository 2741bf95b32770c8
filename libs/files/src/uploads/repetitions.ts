import { createHash } from 'node:crypto';
import type { RowFault } from './row-reader.js';

/** What a good row says, by which it is compared with those before it. */
export interface Comparable {
  readonly number: number;
  /** Its own name in its file, where it has one. */
  readonly key: string | undefined;
  /** What it means, where its kind knows; else all that it says. */
  readonly meaning: string | undefined;
  readonly body: object;
}

export interface Repetition {
  readonly fault?: RowFault<string>;
  /** What it means among equal rows: the second of them means something of its own. */
  readonly meaning?: string;
  /** Row that it repeats, the first of them: it is to be looked at, too. */
  readonly first?: number;
}

/** Compares the good rows of one file. Hashes are kept and not the rows: a file has a hundred thousand of them. */
export class Repetitions {
  private readonly byKey = new Map<string, string>();
  private readonly contents = new Map<string, { readonly number: number; times: number }>();

  compare({ number, key, meaning, body }: Comparable): Repetition {
    const content = meaning ?? hashOf(JSON.stringify(body));
    const own = meaning === undefined ? {} : { meaning };
    if (key !== undefined) {
      const said = hashOf(JSON.stringify(body));
      const earlier = this.byKey.get(key);
      this.byKey.set(key, earlier ?? said);
      if (earlier === undefined) return own;
      return { ...own, fault: faultOf(earlier === said ? 'KEY_REPEATED' : 'KEY_REUSED') };
    }
    const known = this.contents.get(content);
    if (!known) {
      this.contents.set(content, { number, times: 1 });
      return own;
    }
    known.times += 1;
    return {
      ...(meaning === undefined ? {} : { meaning: `${meaning}#${String(known.times)}` }),
      fault: ROW_REPEATED,
      first: known.number,
    };
  }
}

/** Equal rows need a name each: without one, nobody can tell whether they are two. */
export const ROW_REPEATED: RowFault<string> = { code: 'ROW_REPEATED', amber: true };

/** 22 letters, alike for alike texts. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function faultOf(code: 'KEY_REPEATED' | 'KEY_REUSED'): RowFault<string> {
  return { field: 'key', code, ...(code === 'KEY_REPEATED' ? { amber: true as const } : {}) };
}
