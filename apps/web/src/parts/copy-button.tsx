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
  return (
    <button type="button" class="link" onClick={() => void copy()}>
      <span role="status">{outcome === undefined ? label : outcome === 'copied' ? copied : failed}</span>
    </button>
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
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
