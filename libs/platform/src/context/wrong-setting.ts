import { getMetadataStorage, type ValidationError } from 'class-validator';
import { shapeOf } from './shape.js';

/** A setting that a process cannot start with. */
export interface WrongSetting {
  readonly name: string;
  /** What is wrong, or what it may be; never its value. */
  readonly words: string;
}

/** A process was not started, because of its environment. */
export class WrongConfiguration extends Error {
  constructor(readonly settings: readonly WrongSetting[]) {
    super(
      `Wrong or missing environment variables: ${settings.map(({ name, words }) => `${name} (${words})`).join('; ')}`,
    );
  }
}

const OWN = 'own words: ';

/** Marks a rule's message as fit to be shown, which those of class-validator are not: they show values. */
export function ownWords(words: string): string {
  return `${OWN}${words}`;
}

/** @param type class of the settings */
export function wrongSetting(type: new () => object, { property, value, constraints }: ValidationError): WrongSetting {
  const own = Object.values(constraints ?? {}).filter((words) => words.startsWith(OWN));
  const rules = getMetadataStorage()
    .getTargetValidationMetadatas(type, '', false, false)
    .filter(({ propertyName }) => propertyName === property);
  const words = own.length > 0 ? own.map((one) => one.slice(OWN.length)).join('; ') : shapeOf(rules);
  const missing = value === undefined || value === '';
  return { name: property, words: missing ? `missing; ${words}` : words };
}
