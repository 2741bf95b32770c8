import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The code blocks of one part of docs/operations.md, in their order, as somebody would copy them.
 *
 * @param heading of the part; it ends where the next heading of any depth begins
 */
export function blocksOf(checkout: string, heading: string, language: string): string[] {
  const text = readFileSync(join(checkout, 'docs/operations.md'), 'utf8');
  const part = new RegExp(`^#+ ${heading}\\n([^]*?)(?=^##+ )`, 'm').exec(text)?.[1];
  if (part === undefined) throw new Error(`docs/operations.md has no part "${heading}".`);
  return [...part.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, block = '']) => block);
}
