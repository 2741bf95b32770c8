import { useEffect, useRef, useState } from 'preact/hooks';

/** Text that carries a number: it lights up once when the number has really changed, not when the language has. */
export function Num({ value, text }: { readonly value: number; readonly text: string }) {
  const beforeRef = useRef(value);
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (beforeRef.current === value) return;
    beforeRef.current = value;
    setChanges((count) => count + 1);
  }, [value]);
  return (
    <span key={changes} class={changes > 0 ? 'num changed' : 'num'}>
      {text}
    </span>
  );
}
