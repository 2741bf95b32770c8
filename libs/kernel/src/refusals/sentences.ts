import { AGREEMENTS } from './agreement-sentences.js';
import { AGREEMENT_FIELDS } from './agreement-fields.js';
import type { ErrorCode } from './codes.js';
import { FIELDS as FIELDS_OF_ALL } from './field-sentences.js';
import { FILES, ROWS } from './file-sentences.js';
import { PLATFORM } from './platform-sentences.js';
import { REGISTRY_FIELDS } from './registry-fields.js';
import { REGISTRY } from './registry-sentences.js';
import { ROW_FIELDS } from './row-fields.js';
import { ROUTING } from './routing-sentences.js';
import { fill, type Given, type Words } from './words.js';

export { ROWS };

/** Every refusal in both languages: what is wrong, then what to do. A key is the code, after a dot the case. */
export const SENTENCES = { ...PLATFORM, ...FILES, ...ROUTING, ...REGISTRY, ...AGREEMENTS } as const;
export type Refusal = keyof typeof SENTENCES;

/** Every fault of one field in both languages; it follows the field's name. */
export const FIELDS = { ...FIELDS_OF_ALL, ...ROW_FIELDS, ...REGISTRY_FIELDS, ...AGREEMENT_FIELDS } as const;
export type FieldFault = keyof typeof FIELDS;

type CodeIn<Key> = Key extends `${infer Code}.${string}` ? Code : Key;

/** Does not compile while a sentence has a code that is not in the table. */
export const CODE_OF = Object.fromEntries(Object.keys(SENTENCES).map((key) => [key, key.replace(/\..*$/, '')])) as {
  readonly [Key in Refusal]: CodeIn<Key> extends ErrorCode ? CodeIn<Key> : never;
} satisfies Record<Refusal, ErrorCode>;

/** What is wrong with a field, said in both languages. */
export function says<Key extends FieldFault>(key: Key, ...[values]: Given<(typeof FIELDS)[Key]>): Words {
  return fill(FIELDS[key], values);
}
