import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keptDraft } from '../api/drafts.js';

interface Props {
  readonly label: string;
  /** Name of the draft of the form inside: where one is kept it is open at once. */
  readonly draft: string;
  /** Said after it was done, for those who see and those who hear. */
  readonly done: string;
  /** @param close what was to be done is done */
  readonly children: (close: () => void) => ComponentChildren;
}

/** Something to do, folded away until somebody wants to. */
export function Fold({ label, draft, done, children }: Props) {
  const summaryRef = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(() => keptDraft<object>('tab', draft) !== undefined);
  const [times, setTimes] = useState(0);
  // The form with its button is gone: one goes on from where one opened it.
  useEffect(() => {
    if (times > 0) summaryRef.current?.focus();
  }, [times]);
  return (
    <div class="fold">
      <details
        open={open}
        onToggle={({ currentTarget }) => {
          setOpen(currentTarget.open);
        }}
      >
        <summary ref={summaryRef}>{label}</summary>
        {open &&
          children(() => {
            setOpen(false);
            setTimes(times + 1);
          })}
      </details>
      <div role="status">{times > 0 && !open && <p class="mark sold">{done}</p>}</div>
    </div>
  );
}
