import { useState } from 'preact/hooks';

interface Props {
  readonly text: () => string;
  readonly label: string;
  readonly copied: string;
  readonly failed: string;
}

const SHOWN_MS = 2_500;

/** Puts a text on the clipboard, and says for a moment whether it is there. */
export function CopyButton({ text, label, copied, failed }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  const copy = async () => {
    setOutcome((await toClipboard(text())) ? 'copied' : 'failed');
    setTimeout(() => {
      setOutcome(undefined);
    }, SHOWN_MS);
  };
  // The status stands beside the button: what is inside one is its name, not news.
  return (
    <span class="copy">
      <button type="button" class="link" onClick={() => void copy()}>
        {label}
      </button>
      <small role="status">{outcome === undefined ? '' : outcome === 'copied' ? copied : failed}</small>
    </span>
  );
}

/** Over plain http browsers have no clipboard but the selection's. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    // Deprecated, and the only way there.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
