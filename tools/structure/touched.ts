import { ROOT } from '../system/root.js';
import { touched } from './touched-files.js';

/** The example of docs/how-to.md, by its subject; and a field of the same weight before a record was said once. */
const EXAMPLE = ':/^agreements, routing: days within which a buyer pays';
const BEFORE = 'f14e7d8';

/** `npm run touched -- <commit>`: how many files a change was written in, beside those that tools have made. */
function print(commit: string): void {
  const found = touched(commit, ROOT);
  if (!found) {
    console.log(`${commit} is not in this clone, or what was before it (is it shallow?).`);
    return;
  }
  const { subject, hand, tests, golden, made } = found;
  const all = hand.length + tests + golden + made;
  console.log(`${found.commit} ${subject}`);
  console.log(
    `  ${String(all)} files: ${String(hand.length)} by hand, ${String(tests)} tests, ${String(golden)} golden samples, ${String(made)} made`,
  );
  const [longest] = [...hand].sort((one, other) => other.lines - one.lines);
  if (longest) console.log(`  the longest by hand: ${longest.file}, ${String(longest.lines)} lines`);
  for (const { file } of hand) console.log(`  ${file}`);
}

print(process.argv[2] ?? EXAMPLE);
print(BEFORE);
