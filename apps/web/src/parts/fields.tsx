import { DateInput } from './date-input.js';
interface FieldProps {
  readonly label: string;
  /** Said below the field. */
  readonly hint?: string;
  readonly value: string;
  readonly change: (typed: string) => void;
  readonly type?: 'date';
  readonly required?: boolean;
  readonly min?: string;
  readonly max?: string;
  readonly maxLength?: number;
  readonly inputMode?: 'decimal' | 'numeric';
  readonly autoComplete?: 'off' | 'organization';
  readonly pattern?: string;
  readonly placeholder?: string;
}

/** A line of text, a number or a day, of which the page knows each letter. */
export function Field({ label, hint, value, change, type, ...input }: FieldProps) {
  return (
    <label>
      {label}
      {type === 'date' ? (
        <DateInput {...input} value={value} change={change} />
      ) : (
        <input
          {...input}
          value={value}
          onInput={({ currentTarget }) => {
            change(currentTarget.value);
          }}
        />
      )}
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: Value;
  /** Each with its name. */
  readonly choices: readonly (readonly [Value, string])[];
  readonly change: (chosen: Value) => void;
}

/** One of several. */
export function Choice<Value extends string>({ label, hint, value, choices, change }: ChoiceProps<Value>) {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = choices.find(([each]) => each === currentTarget.value);
          if (chosen) change(chosen[0]);
        }}
      >
        {choices.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly change: (checked: boolean) => void;
}

export function Check({ label, checked, disabled = false, change }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        disabled={disabled}
        checked={checked}
        onChange={({ currentTarget }) => {
          change(currentTarget.checked);
        }}
      />
      {label}
    </label>
  );
}
