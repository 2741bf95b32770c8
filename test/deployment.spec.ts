import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { readConfig, type ServiceConfig } from '#platform/runtime/config.js';
import { DashboardConfig } from '../apps/operations-dashboard/src/config.js';
import { RoutingConfig } from '../apps/order-routing/src/config.js';
import { AgreementsConfig } from '../apps/partnership-agreements/src/config.js';
import { RegistryConfig } from '../apps/producer-registry/src/config.js';

const CONFIGS: Record<string, new () => ServiceConfig> = {
  'producer-registry': RegistryConfig,
  'partnership-agreements': AgreementsConfig,
  'order-routing': RoutingConfig,
  'operations-dashboard': DashboardConfig,
};
const SECRETS: Record<string, string> = {
  POSTGRES_PASSWORD: 'secret',
  SERAP_PERSONAL_DATA_KEY: 'a'.repeat(64),
  SERAP_TOKEN_ISSUER: 'https://issuer.example',
  SERAP_TOKEN_KEYS_URL: 'https://issuer.example/jwks.json',
};

interface Compose {
  readonly services: Record<string, { command?: string[]; environment?: Record<string, string>; image?: string }>;
}

/** What docker compose makes of ${NAME:?message}, and of ${NAME:-} where nothing is set. */
function substituted(text: string): string {
  return text.replace(/\$\{\w+:-\}/g, '').replace(/\$\{(\w+):\?[^}]*\}/g, (_, name: string) => {
    const value = SECRETS[name];
    if (value === undefined) throw new Error(`docker-compose.yml asks for ${name}, which nobody is told to set.`);
    return value;
  });
}

const compose = parse(substituted(readFileSync('docker-compose.yml', 'utf8')), { merge: true }) as Compose;

describe('docker-compose.yml', () => {
  it.each(Object.keys(CONFIGS))('gives %s and its migration a configuration that they accept', (name) => {
    const migration = Object.entries(compose.services).find(
      ([, service]) => service.command?.join(' ') === `dist/apps/${name}/src/main.js migrate`,
    );
    expect(migration).toBeDefined();
    expect(compose.services[name]?.command).toEqual([`dist/apps/${name}/src/main.js`]);
    for (const service of [compose.services[name]!, migration![1]]) {
      expect(() => readConfig(CONFIGS[name]!, service.environment ?? {})).not.toThrow();
    }
  });

  const schema = '../shared/schemas/compose-spec.json';
  if (existsSync(schema))
    it('is valid by the compose specification', () => {
      const { default: Ajv } = createRequire(import.meta.url)('ajv') as { default: typeof import('ajv').Ajv };
      const ajv = new Ajv({ strict: false, validateFormats: false });
      const { $schema: _, ...spec } = JSON.parse(readFileSync(schema, 'utf8')) as object & { $schema: string };
      const validate = ajv.compile(spec);
      validate(compose);
      expect(validate.errors).toBeNull();
    });
});

const kubectl = spawnSync('kubectl', ['version', '--client']).error === undefined;

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Record<string, string>;
  readonly spec?: {
    readonly template?: {
      readonly spec: {
        readonly containers: {
          readonly name: string;
          readonly args: string[];
          readonly env: { name: string; valueFrom: { secretKeyRef: { name: string; optional?: boolean } } }[];
        }[];
      };
    };
  };
}

if (kubectl)
  describe('k8s/base', () => {
    const rendered = execFileSync('kubectl', ['kustomize', 'k8s/base'], { encoding: 'utf8' });
    const manifests = parseAllDocuments(rendered).map((document) => document.toJS() as Manifest);
    const of = (kind: string): Manifest[] => manifests.filter((manifest) => manifest.kind === kind);

    it('renders four services, each with its migration, an address and probes', () => {
      expect(
        of('Deployment')
          .map(({ metadata }) => metadata.name)
          .sort(),
      ).toEqual(Object.keys(CONFIGS).sort());
      expect(
        of('Service')
          .map(({ metadata }) => metadata.name)
          .sort(),
      ).toEqual(Object.keys(CONFIGS).sort());
      expect(
        of('Job')
          .map(({ metadata }) => metadata.name)
          .sort(),
      ).toEqual(
        Object.keys(CONFIGS)
          .map((name) => `migrate-${name}`)
          .sort(),
      );
      for (const { spec } of of('Deployment')) {
        expect(spec?.template?.spec.containers[0]).toMatchObject({
          livenessProbe: { httpGet: { path: '/livez' } },
          readinessProbe: { httpGet: { path: '/readyz' } },
        });
      }
    });

    it.each(Object.keys(CONFIGS))('gives %s and its migration a configuration that they accept', (name) => {
      const common = of('ConfigMap').find(({ metadata }) => metadata.name === 'serap')?.data ?? {};
      for (const manifest of [...of('Deployment'), ...of('Job')].filter(({ metadata }) =>
        [name, `migrate-${name}`].includes(metadata.name),
      )) {
        const [container] = manifest.spec!.template!.spec.containers;
        const own = Object.fromEntries(
          container!.env
            .filter(({ valueFrom }) => valueFrom.secretKeyRef.optional !== true)
            .map(({ name: variable }) => [
              variable,
              variable === 'SERAP_DATABASE_URL' ? 'postgresql://u:p@db.example:5432/d' : 'a'.repeat(64),
            ]),
        );
        expect(container!.args[0]).toBe(`dist/apps/${name}/src/main.js`);
        expect(() => readConfig(CONFIGS[name]!, { ...common, ...own })).not.toThrow();
      }
    });
  });
