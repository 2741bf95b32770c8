import type { Type } from '@nestjs/common';
// Its types are exported, the storage itself is not.
// @ts-expect-error -- the package declares no types for this path
import { defaultMetadataStorage as storage } from 'class-transformer/cjs/storage.js';
import type { MetadataStorage } from 'class-transformer/types/MetadataStorage.js';
import type { TypeMetadata } from 'class-transformer/types/interfaces/metadata/type-metadata.interface.js';
import { IS_ISO8601, ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import type { JsonSchema, Source } from './source.js';

const defaultMetadataStorage = storage as MetadataStorage;

const limit = (meta: ValidationMetadata, index: number): number => (meta.constraints as number[])[index] ?? 0;

const DECIMAL_TEXT = { type: 'string', pattern: String.raw`^\d{1,16}([.,]\d{1,9})*$` };

/** JSON Schemas of our own validators (libs/platform/src/http), by their names. */
const OWN = {
  isWhole: (meta: ValidationMetadata) => ({ type: 'integer', minimum: limit(meta, 0), maximum: limit(meta, 1) }),
  isPlainText: (meta: ValidationMetadata) => ({ type: 'string', minLength: 1, maxLength: limit(meta, 0) }),
  isAuditCursor: { type: 'string' },
  [IS_ISO8601]: { type: 'string', format: 'date-time' },
  isOrder: { type: 'object', required: ['lines'] },
  isCalendarDate: { type: 'string', format: 'date' },
  isRegion: { type: 'string', pattern: String.raw`^\d{2}(\.\d{2}(\.\d{2}(\.[12]\d{3})?)?)?$` },
  isDecimal: { oneOf: [{ type: 'number', exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER }, DECIMAL_TEXT] },
  isDecimalOrZero: { oneOf: [{ type: 'number', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }, DECIMAL_TEXT] },
  [ValidationTypes.CUSTOM_VALIDATION]: ({ target, propertyName, type }: ValidationMetadata) => {
    const field = `${(target as Type).name}.${propertyName}`;
    throw new Error(`${field} is validated by ${type}, of which no JSON Schema is known: add it to OWN.`);
  },
} as const;

export interface ClassSchemaOptions {
  /** Whether fields that nobody knows are let through. */
  readonly open: boolean;
  /** The class of a class's nested field. */
  readonly nested: (type: Type, field: string) => Type | undefined;
}

/** JSON Schemas of classes that validate: rules from their validators, optionality and comments from their source. */
export class ClassSchemas {
  readonly schemas = new Map<string, JsonSchema>();

  constructor(
    private readonly source: Source,
    private readonly options: ClassSchemaOptions,
  ) {}

  /** @returns a reference to the class's schema, which `schemas` holds with all that it contains */
  refTo(type: Type): JsonSchema {
    if (!this.schemas.has(type.name)) {
      this.schemas.set(type.name, {});
      this.schemas.set(type.name, this.build(type));
    }
    return { $ref: `#/components/schemas/${type.name}` };
  }

  /** Fields of a query, with whether each is required. */
  query(type: Type): { readonly name: string; readonly required: boolean; readonly schema: JsonSchema }[] {
    const { properties, required } = this.build(type) as {
      properties: Record<string, JsonSchema>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      schema,
      required: required?.includes(name) ?? false,
    }));
  }

  private build(type: Type): JsonSchema {
    const rules = targetConstructorToSchema(type, {
      classTransformerMetadataStorage: defaultMetadataStorage,
      additionalConverters: OWN as never,
      refPointerPrefix: '#/components/schemas/',
    }) as { properties: Record<string, JsonSchema> };
    const fields = this.source.fields(type.name);
    const properties = Object.fromEntries(
      [...fields].map(([name, { comment, nullable, default: value }]) => {
        const rule = rules.properties[name];
        if (!rule) throw new Error(`${type.name}.${name} has no validator.`);
        return [
          name,
          {
            ...(nullable ? { anyOf: [rule, { type: 'null' }] } : this.nested(type, name, rule)),
            ...(comment === '' ? {} : { description: comment }),
            ...(value === undefined ? {} : { default: value }),
          },
        ];
      }),
    );
    const required = [...fields].flatMap(([name, field]) => (field.required ? [name] : []));
    const description = this.source.comment(type.name);
    return {
      type: 'object',
      ...(description === '' ? {} : { description }),
      properties,
      ...(required.length > 0 ? { required } : {}),
      ...(this.options.open ? {} : { additionalProperties: false }),
    } as JsonSchema;
  }

  /** A nested field refers to the schema of its class. */
  private nested(type: Type, name: string, rule: JsonSchema): JsonSchema {
    const inner = this.options.nested(type, name);
    if (!inner) return rule;
    const ref = this.refTo(inner);
    return rule.type === 'array' ? { ...rule, items: ref } : ref;
  }
}

/** Nested classes as class-transformer knows them. */
export function transformed(type: Type, field: string): Type | undefined {
  const found = defaultMetadataStorage.findTypeMetadata(type, field) as TypeMetadata | undefined;
  const inner = found?.typeFunction() as Type | undefined;
  return [undefined, Number, String, Boolean].includes(inner as never) ? undefined : inner;
}
