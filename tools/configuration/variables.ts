import { getMetadataStorage } from 'class-validator';
import { AclConfig, CommandConfig, LogConfig, MigrationConfig } from '#platform/context/config.js';
import { isSecret } from '#platform/context/secret.js';
import { shapeOf } from '#platform/context/shape.js';
import { DashboardConfig } from '../../apps/operations-dashboard/src/config.js';
import { RoutingConfig } from '../../apps/order-routing/src/config.js';
import { AgreementsConfig } from '../../apps/partnership-agreements/src/config.js';
import { RegistryConfig } from '../../apps/producer-registry/src/config.js';
import type { Source } from '../openapi/source.js';

type ConfigClass = new () => CommandConfig;

/** Who reads settings, in the order in which they are told of. */
export const READERS: Readonly<Record<string, ConfigClass>> = {
  'producer-registry': RegistryConfig,
  'partnership-agreements': AgreementsConfig,
  'order-routing': RoutingConfig,
  'operations-dashboard': DashboardConfig,
  migrate: MigrationConfig,
  topics: LogConfig,
  acls: AclConfig,
};

/** One environment variable, as an operator needs to know it. */
export interface Variable {
  readonly name: string;
  /** What it is for, in words. */
  readonly about: string;
  readonly shape: string;
  /** What counts when it is absent; undefined where something has to be given, or nothing counts. */
  readonly standard: string | undefined;
  readonly required: boolean;
  readonly secret: boolean;
  /** Services and commands that read it. */
  readonly readers: readonly string[];
}

/** Every variable of every Config class, by name. */
export function variables(source: Source): Variable[] {
  const found = new Map<string, Variable>();
  for (const [reader, type] of Object.entries(READERS)) {
    for (const [name, about] of source.comments(type.name)) {
      const known = found.get(name);
      const readers = [...(known?.readers ?? []), reader];
      found.set(
        name,
        known ? { ...known, about: both(known.about, about), readers } : { ...describe(type, name), about, readers },
      );
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Two services may want one variable for different things. */
function both(one: string, other: string): string {
  return one.includes(other) ? one : `${one} ${other}`;
}

function describe(type: ConfigClass, name: string): Omit<Variable, 'about' | 'readers'> {
  const rules = getMetadataStorage()
    .getTargetValidationMetadatas(type, '', false, false)
    .filter(({ propertyName }) => propertyName === name);
  const value = (new type() as unknown as Record<string, string | number | undefined>)[name];
  return {
    name,
    shape: shapeOf(rules),
    standard: value === undefined || value === '' ? undefined : String(value),
    // What is asked for under a condition alone says so in its own words.
    required: value === undefined && rules.every((rule) => rule.type !== 'conditionalValidation'),
    secret: isSecret(type, name),
  };
}
