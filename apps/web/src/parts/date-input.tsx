import { useState } from 'preact/hooks';

interface Props {
  /** Kept by the caller, YYYY-MM-DD; undefined: the field keeps it. */
  readonly value?: string | undefined;
  /** At first, where the field keeps it. */
  readonly defaultValue?: string | undefined;
  readonly change?: (date: string) => void;
  readonly id?: string;
  readonly name?: string;
  readonly required?: boolean;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'data-kept'?: string;
}

/**
 * A day. Browsers write it as their own language does, so that 03/04/2019 is one day here and another there: it stands below
 * in words, in the language of the page.
 */
export function DateInput({ value, defaultValue = '', change, ...input }: Props) {
  const [own, setOwn] = useState(defaultValue);
  return (
    <>
      <input
        {...input}
        type="date"
        {...(value === undefined ? { defaultValue } : { value })}
        onInput={({ currentTarget }) => {
          setOwn(currentTarget.value);
          change?.(currentTarget.value);
        }}
      />
      <small class="in-words" aria-hidden="true">
        {dayInWords(value ?? own, document.documentElement.lang)}
      </small>
    </>
  );
}

/** @returns e.g. "Rabu, 3 April 2019"; empty for what is no day */
export function dayInWords(date: string, language: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return '';
  const shape = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return day.toLocaleDateString(language === 'en' ? 'en-GB' : 'id-ID', shape);
}
