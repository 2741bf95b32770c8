import { DateInput } from '../parts/date-input.js';
import { FileInput } from '../parts/file-input.js';
import { useFileHash } from './use-file-hash.js';
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
      <DateInput name={name} required={required} min={min} max={max} defaultValue={day} />
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
  const { hash, hint, read } = useFileHash(words);
  return (
    <label>
      {label}
      <FileInput
        required={required}
        words={words.documents}
        choose={(file) => {
          void read(file);
        }}
      />
      {hash !== undefined && <input type="hidden" name="sha256" value={hash} />}
      <small>{hint}</small>
    </label>
  );
}
