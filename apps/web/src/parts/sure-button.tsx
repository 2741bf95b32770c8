import { useState } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** What stands on it after the first press. */
  readonly sure: string;
  readonly act: () => void;
  readonly primary?: boolean;
}

/** For what cannot be taken back: it acts on the second press, and forgets the first when one goes elsewhere. */
export function SureButton({ label, sure, act, primary = false }: Props) {
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
        setAsked(!asked);
        if (asked) act();
      }}
    >
      {asked ? sure : label}
    </button>
  );
}
