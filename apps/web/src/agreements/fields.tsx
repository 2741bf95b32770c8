import { useState } from 'preact/hooks';
import type { AgreementsWords } from './words-id.js';

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly required?: boolean;
}

export function TextField({ label, name, required = false, max }: FieldProps & { readonly max: number }) {
  return (
    <label>
      {label}
      <input name={name} required={required} maxLength={max} autoComplete="off" />
    </label>
  );
}

interface DayProps extends FieldProps {
  readonly min?: string;
  readonly max?: string;
  /** Proposed day. */
  readonly day?: string;
  readonly hint?: string;
}

export function DayField({ label, name, required = false, min, max, day, hint }: DayProps) {
  return (
    <label>
      {label}
      <input type="date" name={name} required={required} min={min} max={max} defaultValue={day} />
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

export function ChoiceField({
  label,
  name,
  choices,
}: FieldProps & { readonly choices: Readonly<Record<string, string>> }) {
  return (
    <label>
      {label}
      <select name={name}>
        {Object.entries(choices).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A file whose SHA-256 is computed here and sent as `sha256`; the file itself stays where it is. */
export function HashField({
  label,
  required = false,
  words,
}: Omit<FieldProps, 'name'> & { readonly words: AgreementsWords }) {
  const [hash, setHash] = useState<string>();
  const { documents } = words;
  const compute = async (file: File | undefined) => {
    setHash(file && '');
    if (file) setHash(hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())));
  };
  return (
    <label>
      {label}
      <input
        type="file"
        required={required}
        onChange={({ currentTarget }) => {
          void compute(currentTarget.files?.[0]);
        }}
      />
      {hash !== undefined && hash !== '' && <input type="hidden" name="sha256" value={hash} />}
      <small>
        {hash === undefined ? documents.fileHint : hash === '' ? documents.reading : documents.print(shortHash(hash))}
      </small>
    </label>
  );
}

/** Enough of a hash to compare two by eye. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 8)} … ${hash.slice(-8)}`;
}

export function hexOf(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
