import { execFileSync } from 'node:child_process';

/** Written by `npm run describe`, by npm, or by a build that was committed once. */
const MADE =
  /^docs\/api\/|^docs\/configuration\.md$|^\.env\.example$|\/migrations\/list\.ts$|(^|\/)generated\/|^package-lock\.json$/;
const GOLDEN = /^libs\/contracts\/golden\//;
const TEST = /(^|\/)test\/|\.spec\.tsx?$/;

/** What a commit touched, each file once: written by hand, tests, golden samples of events, made by a tool. */
export interface Touched {
  readonly commit: string;
  readonly subject: string;
  readonly hand: readonly HandWritten[];
  readonly tests: number;
  readonly golden: number;
  readonly made: number;
}

export interface HandWritten {
  readonly file: string;
  /** After the commit; 0: it removed the file. */
  readonly lines: number;
}

/**
 * @param commit whatever git calls it, against its first parent
 * @param root of the checkout
 * @returns undefined where this clone does not have both (is it shallow?)
 */
export function touched(commit: string, root: string): Touched | undefined {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 26 });
  try {
    const [short = '', subject = ''] = git('log', '-1', '--format=%h%n%s', commit).split('\n');
    const files = git('diff', '--no-renames', '--name-only', '-z', `${short}^1`, short).split('\0').filter(Boolean);
    const is = (kind: RegExp): string[] => files.filter((file) => kind.test(file));
    const hand = files.filter((file) => ![MADE, GOLDEN, TEST].some((kind) => kind.test(file)));
    const kept = new Set(git('ls-tree', '-r', '--name-only', '-z', short).split('\0'));
    return {
      commit: short,
      subject,
      hand: hand.map((file) => ({
        file,
        lines: kept.has(file) ? git('show', `${short}:${file}`).split('\n').length - 1 : 0,
      })),
      tests: is(TEST).length,
      golden: is(GOLDEN).length,
      made: is(MADE).length,
    };
  } catch {
    return undefined;
  }
}
