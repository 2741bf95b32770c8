import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Problem } from '../api/client.js';
import type { FormWords } from '../words/forms-id.js';

/** What is wrong with a field, by the name that the field has in the form: its place in the body that is sent. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

const Faults = createContext<ReadonlyMap<string, string>>(new Map());
export const FaultsProvider = Faults.Provider;

/** What was wrong with a field when the form was last sent; undefined: nothing. */
export function useFault(name: string): string | undefined {
  return useContext(Faults).get(name);
}

/** `/legs/0/eta` is the field `legs/0/eta`; what concerns the whole has no field. */
export function faultsOf({ errors = [] }: Problem): FieldFault[] {
  return errors.map(({ pointer, message }) => ({ field: pointer.replace(/^\//, ''), message }));
}

/** The first fault of each field. */
export function byField(faults: readonly FieldFault[]): ReadonlyMap<string, string> {
  return new Map([...faults].reverse().map(({ field, message }) => [field, message]));
}

/** As much of an input's own rules as these forms have. */
export interface Ruled {
  readonly name: string;
  readonly validity: Pick<
    ValidityState,
    'valid' | 'valueMissing' | 'rangeUnderflow' | 'rangeOverflow' | 'patternMismatch' | 'tooLong'
  >;
  readonly min?: string;
  readonly max?: string;
}

/**
 * What an input's own rules find, in words of the page: a browser's bubble speaks the browser's language.
 *
 * @param date says a calendar date
 */
export function faultOfInput(
  { name, validity, min = '', max = '' }: Ruled,
  words: FormWords['faults'],
  date: (day: string) => string,
): FieldFault | undefined {
  if (validity.valid) return undefined;
  const said = (limit: string): string => (/^\d{4}-\d\d-\d\d$/.test(limit) ? date(limit) : limit);
  const message = validity.valueMissing
    ? words.missing
    : validity.rangeUnderflow
      ? words.least(said(min))
      : validity.rangeOverflow
        ? words.most(said(max))
        : words.form;
  return { field: name, message };
}
