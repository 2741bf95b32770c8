import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';

const number = (value: unknown): string => Number(value).toLocaleString('en');

/** What a value may look like, in words, from the rules that check it: for docs/configuration.md and for a refusal. */
export function shapeOf(rules: readonly ValidationMetadata[]): string {
  const constraints = new Map(rules.map(({ name, constraints }) => [name, constraints as unknown[] | undefined]));
  const first = (name: string): unknown => constraints.get(name)?.[0];
  if (constraints.has('isIn')) return (first('isIn') as string[]).map((value) => `\`${value}\``).join(' or ');
  if (constraints.has('isInt')) return `whole number from ${number(first('min'))} to ${number(first('max'))}`;
  if (constraints.has('isUrl')) {
    return `address that begins with ${(first('isUrl') as { protocols: string[] }).protocols.map((one) => `\`${one}://\``).join(' or ')}`;
  }
  if (constraints.has('isDatabaseAddress')) return 'address that begins with `postgresql://`';
  if (constraints.has('isEmail')) return 'mail address';
  if (constraints.has('isNetworks')) return 'addresses and networks with commas between them';
  if (constraints.has('matches')) return `text that matches \`${(first('matches') as RegExp).source}\``;
  return 'text';
}
