import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { DateInput } from '../parts/date-input.js';
import { useFault } from './faults.js';

interface Named {
  readonly label: string;
  /** Its place in the body that is sent, e.g. `legs/0/eta`: faults find it by that. */
  readonly name: string;
  /** Said below the field. */
  readonly hint?: string | undefined;
  readonly required?: boolean;
  /** What it holds at first. */
  readonly value?: string | undefined;
  /** Told of each change: the value is then the caller's to keep, also in a draft. */
  readonly change?: (value: string) => void;
}

interface Described {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface LabelledProps extends Pick<Named, 'label' | 'name' | 'hint'> {
  readonly children: (described: Described) => ComponentChildren;
}

/** A field with what is said of it, and what was wrong with it: both tied to it for those who hear the page. */
export function Labelled({ label, name, hint, children }: LabelledProps) {
  const id = useId();
  const fault = useFault(name);
  const notes = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`].filter(Boolean);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-invalid': fault !== undefined,
        'aria-describedby': notes.length === 0 ? undefined : notes.join(' '),
      })}
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
      {fault !== undefined && (
        <small id={`${id}-fault`} class="mark unsold">
          {fault}
        </small>
      )}
    </div>
  );
}

interface TextProps extends Named {
  readonly type?: 'text' | 'date' | 'search' | 'url' | 'email' | 'time';
  readonly max?: string;
  readonly min?: string;
  readonly maxLength?: number;
  readonly inputMode?: 'decimal' | 'numeric';
  readonly pattern?: string;
  readonly placeholder?: string;
  readonly list?: string;
}

/** A line of text, a figure or a day. */
export function TextInput({ label, name, hint, value, change, ...input }: TextProps) {
  if (input.type === 'date') {
    const { type: _, ...rest } = input;
    return (
      <Labelled label={label} name={name} hint={hint}>
        {(described) => (
          <DateInput
            {...rest}
            {...described}
            name={name}
            {...(change ? { value: value ?? '', 'data-kept': '', change } : { defaultValue: value })}
          />
        )}
      </Labelled>
    );
  }
  return (
    <Labelled label={label} name={name} hint={hint}>
      {(described) => (
        <input
          {...input}
          {...described}
          name={name}
          autoComplete="off"
          {...(change
            ? {
                value: value ?? '',
                'data-kept': '',
                onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
                  change(currentTarget.value);
                },
              }
            : { defaultValue: value ?? '' })}
        />
      )}
    </Labelled>
  );
}

interface SelectProps extends Named {
  /** Each with its name. */
  readonly choices: readonly (readonly [value: string, name: string])[];
}

/** Several lines, for what is pasted from a sheet. */
export function LinesInput({ label, name, hint }: Pick<TextProps, 'label' | 'name' | 'hint'>) {
  return (
    <Labelled label={label} name={name} hint={hint}>
      {(described) => <textarea {...described} name={name} rows={4} autoComplete="off" />}
    </Labelled>
  );
}

/** One of several. */
export function SelectInput({ label, name, hint, value, change, required = false, choices }: SelectProps) {
  return (
    <Labelled label={label} name={name} hint={hint}>
      {(described) => (
        <select
          {...described}
          name={name}
          required={required}
          {...(change
            ? {
                value: value ?? '',
                'data-kept': '',
                onChange: ({ currentTarget }: { readonly currentTarget: HTMLSelectElement }) => {
                  change(currentTarget.value);
                },
              }
            : {})}
        >
          {choices.map(([each, text]) => (
            <option key={each} value={each} {...(change ? {} : { selected: each === value })}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

interface CheckInputProps {
  readonly label: string;
  readonly name: string;
  readonly checked?: boolean;
  readonly change?: (checked: boolean) => void;
}

/** Yes or no. */
export function CheckInput({ label, name, checked = false, change }: CheckInputProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        name={name}
        {...(change
          ? {
              checked,
              'data-kept': '',
              onChange: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
                change(currentTarget.checked);
              },
            }
          : { defaultChecked: checked })}
      />
      {label}
    </label>
  );
}

interface CheckListProps {
  readonly legend: string;
  /** Of the list; each box is `name/value`. */
  readonly name: string;
  readonly choices: readonly (readonly [value: string, name: string])[];
  readonly chosen?: readonly string[];
}

/** Any of several. */
export function CheckList({ legend, name, choices, chosen = [] }: CheckListProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map(([value, text]) => (
        <CheckInput key={value} label={text} name={`${name}/${value}`} checked={chosen.includes(value)} />
      ))}
    </fieldset>
  );
}
