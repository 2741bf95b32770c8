import { getMetadataStorage, type ValidationError, type ValidationOptions } from 'class-validator';
import { FIELDS, says, type FieldFault } from '#kernel/refusals/sentences.js';
import { isRegionCode, regencyOf } from '#kernel/region-code.js';
import type { Given, Words } from '#kernel/refusals/words.js';
import { regionFault } from '../regions/region-list.js';

/** What a rule's options say of it in words, where its name alone does not. */
interface Context {
  readonly said?: Words;
}

/** Options of a rule that say what is wanted: of a pattern nobody can read it. */
export function saying<Key extends FieldFault>(
  key: Key,
  ...given: Given<(typeof FIELDS)[Key]>
): ValidationOptions & { readonly context: Context } {
  return { context: { said: says(key, ...given) } };
}

type Sentence = (limits: readonly unknown[], value: unknown) => Words;
const text = (value: unknown): string => String(value);
const isCode = (value: unknown): value is string => typeof value === 'string' && isRegionCode(value);

/** What each rule wants, by its name; `limits` are its arguments, `value` is what breaks it. */
const BY_RULE: Readonly<Record<string, Sentence>> = {
  isWhole: ([min, max]) => says('whole', { min: text(min), max: text(max) }),
  isPlainText: ([max]) => says('text', { max: text(max) }),
  isDecimal: () => says('decimal'),
  isDecimalOrZero: () => says('decimal-or-zero'),
  isCalendarDate: () => says('date'),
  isRegion: (_, value) => (isCode(value) ? regionFault(regencyOf(value)) : undefined) ?? says('region'),
  isAuditCursor: () => says('cursor'),
  isInt: () => says('integer'),
  min: ([min]) => says('at-least', { min: text(min) }),
  max: ([max]) => says('at-most', { max: text(max) }),
  isIn: ([list]) => says('one-of', { list: (list as readonly unknown[]).map(text).join(', ') }),
  isUuid: () => says('uuid'),
  isBoolean: () => says('boolean'),
  isUrl: () => says('url'),
  isString: () => says('string'),
  isEmail: () => says('email'),
  maxLength: ([max]) => says('too-long', { max: text(max) }),
  isArray: () => says('list'),
  arrayMinSize: ([min]) => says('list-least', { min: text(min) }),
  arrayMaxSize: ([max]) => says('list-most', { max: text(max) }),
  arrayNotEmpty: () => says('list-least', { min: '1' }),
  arrayUnique: () => says('list-unique'),
  isNotEmpty: () => says('required'),
  isObject: () => says('object'),
  isNotEmptyObject: () => says('object'),
  nestedValidation: () => says('object'),
};

/** What the validator finds by itself, without a rule of a field. */
const WITHOUT_RULE: Readonly<Record<string, Words>> = {
  nestedValidation: says('object'),
  unknownValue: says('object'),
  whitelistValidation: says('unknown'),
};

/** Whether the table has words for a rule. */
export function isSaid(rule: string, context: unknown): boolean {
  return (context as Context | undefined)?.said !== undefined || Object.hasOwn(BY_RULE, rule);
}

/** What the rules of a field want that it breaks, each in words of our own. */
export function brokenRules({ target, property, value, constraints = {}, contexts }: ValidationError): Words[] {
  const rules = target === undefined ? [] : rulesOf(target.constructor, property);
  return Object.keys(constraints).map((name) => {
    const rule = rules.find((each) => each.name === name || each.type === name);
    const { said } = ((contexts as Record<string, Context> | undefined)?.[name] ?? {}) satisfies Context;
    const words = rule && BY_RULE[name]?.((rule.constraints as readonly unknown[] | undefined) ?? [], value);
    const wanted = said ?? words ?? WITHOUT_RULE[name] ?? says('invalid');
    return rule?.each === true ? says('each', { rule: wanted }) : wanted;
  });
}

function rulesOf(type: unknown, property: string) {
  const all = getMetadataStorage().getTargetValidationMetadatas(type as new () => object, '', false, false);
  return all.filter(({ propertyName }) => propertyName === property);
}
