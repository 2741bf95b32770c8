import { useState } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** What stands on it after the first press. */
  readonly sure: string;
  readonly act: () => void;
  /** Whether there is something to be sure of yet, for instance a form filled in; absent: always. */
  readonly ready?: () => boolean;
  readonly primary?: boolean;
}

/** For what cannot be taken back: it acts on the second press, and forgets the first when one goes elsewhere. */
export function SureButton({ label, sure, act, ready, primary = false }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <button
      type="button"
      aria-live="polite"
      class={primary ? 'primary' : 'quiet'}
      onBlur={() => {
        setAsked(false);
      }}
      onClick={() => {
        if (ready?.() === false) return;
        setAsked(!asked);
        if (asked) act();
      }}
    >
      {asked ? sure : label}
    </button>
  );
}
