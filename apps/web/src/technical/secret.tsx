import { CopyButton } from '../parts/copy-button.js';
import type { Technical } from './acting.js';

/** What is shown this once. @param secret null: it was shown before */
export function Secret({ secret, words }: { readonly secret: string | null } & Pick<Technical, 'words'>) {
  if (secret === null) return <p class="mark waiting">{words.repeated}</p>;
  return (
    <p class="summary" role="status">
      {words.once} <code>{secret}</code>{' '}
      <CopyButton text={() => secret} label={words.copy} copied={words.copied} failed={words.notCopied} />
    </p>
  );
}
