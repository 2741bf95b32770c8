import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dropForm, keepForm, restoreForm } from '../parts/form-draft.js';
import type { Context } from './context.js';
import { useSending } from './use-sending.js';

interface Props {
  readonly path: string;
  readonly heading: string;
  readonly send: string;
  /** Either side's officers record it; else the origin's alone. */
  readonly eitherSide?: boolean;
  readonly context: Context;
  readonly children: ComponentChildren;
}

/** A small form that adds an entry to a file: what its named fields hold is sent as it is, empty ones are left out. */
export function EntryForm({ path, heading, send, eitherSide = false, context, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [open, setOpen] = useState(false);
  // A new number makes new fields, a chosen file forgotten.
  const [entry, setEntry] = useState(0);
  const sending = useSending(context);
  useLayoutEffect(() => {
    if (form.current && restoreForm(path, form.current)) setOpen(true);
  }, [path]);
  if (!(eitherSide ? context.mayRecord : context.mayWrite)) return null;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.current) return;
    const fields = [...new FormData(form.current)].filter(
      ([, value]) => typeof value === 'string' && value.trim() !== '',
    );
    if (await sending.send(path, Object.fromEntries(fields))) {
      dropForm(path);
      setOpen(false);
      setEntry(entry + 1);
    }
  };
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{heading}</summary>
      <form
        key={entry}
        ref={form}
        class="form"
        onSubmit={(event) => {
          void submit(event);
        }}
        onInput={({ currentTarget }) => {
          keepForm(path, currentTarget);
        }}
      >
        {children}
        <button type="submit" class="primary" disabled={sending.busy}>
          {sending.busy ? context.words.sending.busy : send}
        </button>
        {sending.failed !== undefined && (
          <p class="mark unsold" role="alert">
            {sending.failed}
          </p>
        )}
      </form>
    </details>
  );
}
