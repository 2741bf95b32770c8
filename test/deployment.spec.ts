import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LogConfig, MigrationConfig, readConfig, type CommandConfig } from '#platform/context/config.js';
import { isWithin } from '#platform/context/trusted-proxies.js';
import { DashboardConfig } from '../apps/operations-dashboard/src/config.js';
import { RoutingConfig } from '../apps/order-routing/src/config.js';
import { AgreementsConfig } from '../apps/partnership-agreements/src/config.js';
import { RegistryConfig } from '../apps/producer-registry/src/config.js';
import { readCompose, type ComposeService } from '../tools/compose/compose-file.js';
import { readDockerfile } from '../tools/image/dockerfile.js';
import { readIgnore } from '../tools/image/ignore.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const { before } = JSON.parse(readFileSync('release.json', 'utf8')) as { before: { version: string; commit: string } };

const CONFIGS: Record<string, new () => CommandConfig> = {
  'producer-registry': RegistryConfig,
  'partnership-agreements': AgreementsConfig,
  'order-routing': RoutingConfig,
  'operations-dashboard': DashboardConfig,
};
const SERVICES = Object.keys(CONFIGS);

/** A front on a private network is believed whom it calls for; whoever calls from outside is not. */
function expectFrontBelieved(environment: Readonly<Record<string, string>> | undefined): void {
  const believed = isWithin(environment?.['SERAP_TRUSTED_PROXIES'] ?? '');
  const inside = ['10.244.1.7', '172.18.0.12', '192.168.5.2', 'fd00::12', '::ffff:172.18.0.12'];
  expect(inside.filter((address) => !believed(address))).toEqual([]);
  expect(['203.0.113.7', '172.32.0.1', '2001:db8::1'].filter(believed)).toEqual([]);
}

describe('a release', () => {
  it('names the one before it, which is another, and tells in CHANGELOG.md what is new', () => {
    expect(before.version).not.toBe(version);
    expect(before.commit).toMatch(/^[0-9a-f]{40}$/);
    const changelog = readFileSync('CHANGELOG.md', 'utf8');
    expect(changelog).toMatch(new RegExp(`^## \\[${version}\\] - (\\d{4}-\\d{2}-\\d{2}|unreleased)$`, 'm'));
    expect(changelog).toMatch(new RegExp(`^## \\[${before.version}\\]`, 'm'));
  });

  it('is under one licence, wherever it is told, and takes it along into the image', () => {
    const info = (file: string): unknown =>
      (JSON.parse(readFileSync(file, 'utf8')) as { info: { license?: unknown } }).info;
    expect(JSON.parse(readFileSync('package.json', 'utf8'))).toMatchObject({ license: 'Apache-2.0' });
    expect(JSON.parse(readFileSync('package-lock.json', 'utf8'))).toMatchObject({
      packages: { '': { license: 'Apache-2.0' } },
    });
    expect(readFileSync('LICENSE', 'utf8')).toMatch(/^\s*Apache License\s+Version 2\.0, January 2004\s/);
    for (const name of SERVICES) {
      expect(info(`docs/api/${name}.openapi.json`)).toMatchObject({ license: { identifier: 'Apache-2.0' } });
    }
    expect(info('docs/api/asyncapi.json')).toMatchObject({ license: { name: 'Apache-2.0' } });
    const ignored = readIgnore(readFileSync('.dockerignore', 'utf8'));
    expect(['LICENSE', 'NOTICE'].filter(ignored)).toEqual([]);
    const image = readDockerfile(readFileSync('Dockerfile', 'utf8'))
      .at(-1)
      ?.instructions.map(({ rest }) => rest);
    expect(image?.filter((rest) => /\bLICENSE\b.*\bNOTICE\b/.test(rest))).toHaveLength(1);
    expect(image).toContain('org.opencontainers.image.licenses=Apache-2.0');
  });

  it('is worked on with the oldest Node that it runs on', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
    const major = /^>=(\d+)\./.exec(engines.node)?.[1] ?? '';
    expect(readFileSync('.nvmrc', 'utf8').trim()).toBe(major);
    const { image } = JSON.parse(readFileSync('.devcontainer/devcontainer.json', 'utf8')) as { image: string };
    expect(image).toContain(`:${major}-`);
  });

  it('takes no secret of this folder along, into the image or into git', () => {
    const ignored = readIgnore(readFileSync('.dockerignore', 'utf8'));
    for (const path of [
      '.env',
      '.env.local',
      'apps/.env',
      'secrets/key',
      'backups/a.dump',
      '.git/config',
      '.serap/x',
    ]) {
      expect([path, ignored(path)]).toEqual([path, true]);
    }
    for (const path of ['package-lock.json', 'apps/order-routing/src/main.ts', 'docs/api/order-routing.openapi.json']) {
      expect([path, ignored(path)]).toEqual([path, false]);
    }
    const git = spawnSync('git', ['check-ignore', '.env', '.env.local', 'secrets/key', 'backups/a.dump'], {
      encoding: 'utf8',
    });
    if (git.status !== 128) expect(git.stdout.trim().split('\n')).toHaveLength(4);
  });
});

describe('docker-compose.yml', () => {
  const asked = [...readFileSync('docker-compose.yml', 'utf8').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name ?? '');
  const given = Object.fromEntries(
    asked.map((name) => [name, name === 'SERAP_PERSONAL_DATA_KEY' ? 'a'.repeat(64) : "p/+#@:?%'$w"]),
  );
  const compose = readCompose(given);
  const ours = Object.entries(compose.services).filter(([, { image }]) => image?.startsWith('serap:'));
  const commandOf = ({ command = [] }: ComposeService): string => command.join(' ');

  it.each(SERVICES)('gives %s and its migration a configuration that they accept', (name) => {
    const migration = ours.find(([, service]) => commandOf(service) === `dist/apps/${name}/src/main.js migrate`)?.[1];
    const service = compose.services[name];
    expect(service && commandOf(service)).toBe(`dist/apps/${name}/src/main.js`);
    expect(() => readConfig(CONFIGS[name]!, service?.environment ?? {})).not.toThrow();
    expect(() => readConfig(MigrationConfig, migration?.environment ?? {})).not.toThrow();
  });

  it('makes the topics before any service starts', () => {
    const topics = compose.services['topics'];
    expect(() => readConfig(LogConfig, topics?.environment ?? {})).not.toThrow();
    for (const name of SERVICES) {
      expect(compose.services[name]?.depends_on).toMatchObject({
        topics: { condition: 'service_completed_successfully' },
      });
    }
  });

  it('keeps the log of Kafka on a volume', () => {
    const { environment, volumes } = compose.services['kafka']!;
    const mounted = (volumes ?? []).map((volume) => volume.split(':')[1]);
    expect(mounted).toContain(environment?.['KAFKA_LOG_DIRS']);
  });

  it.each(SERVICES)(
    'gives %s a folder for temporary files, of bounded size, and somebody who reaps and signals',
    (name) => {
      const service = compose.services[name]!;
      expect(service).toMatchObject({ read_only: true, init: true });
      expect(service.tmpfs).toEqual([expect.stringMatching(/^\/tmp:size=\d+m,/)]);
    },
  );

  it('names its images by a version', () => {
    expect(ours.map(([, { image }]) => image)).toEqual(ours.map(() => `serap:${version}`));
    for (const { image } of Object.values(compose.services)) expect(image).toMatch(/:\w*\d/);
  });

  it('tells the services of one issuer, the one that Keycloak says it is, and fills in what the realm leaves open', () => {
    const { environment = {} } = compose.services['keycloak']!;
    for (const name of SERVICES) {
      expect(compose.services[name]?.environment).toMatchObject({
        SERAP_TOKEN_ISSUER: `${String(environment['KC_HOSTNAME'])}/realms/serap`,
        SERAP_PAGES_URL: environment['SERAP_PAGES_URL'],
      });
    }
    const open = readFileSync('deploy/keycloak/realm.json', 'utf8').matchAll(/\$\{([A-Z_]+)\}/g);
    for (const [, name = ''] of open) expect([name, environment[name]]).toEqual([name, expect.stringMatching(/./)]);
  });

  it.each(SERVICES)('lets %s tell callers behind the front apart, unless .env names other proxies', (name) => {
    expectFrontBelieved(compose.services[name]?.environment);
    const own = readCompose({ ...given, SERAP_TRUSTED_PROXIES: '172.18.0.9' }).services[name]?.environment;
    expect(own).toMatchObject({ SERAP_TRUSTED_PROXIES: '172.18.0.9' });
  });

  it('shows how the machines fare to nobody outside', () => {
    expect(compose.configs['front']?.content).toMatch(/@inside path .*\/metrics.*\n\s+respond @inside 404/);
  });

  it.each(['databases', 'backup', 'restore'])('has scripts that a shell can read: %s', (name) => {
    const { status, stderr } = spawnSync('bash', ['-n'], {
      input: compose.configs[name]?.content ?? 'missing (',
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });

  const schema = '../shared/schemas/compose-spec.json';
  if (existsSync(schema)) {
    it('is valid by the compose specification', () => {
      const { default: Ajv } = createRequire(import.meta.url)('ajv') as { default: typeof import('ajv').Ajv };
      const ajv = new Ajv({ strict: false, validateFormats: false });
      const { $schema: _, ...spec } = JSON.parse(readFileSync(schema, 'utf8')) as object & { $schema: string };
      const validate = ajv.compile(spec);
      validate(compose);
      expect(validate.errors).toBeNull();
    });
  }
});

const kubectl = spawnSync('kubectl', ['version', '--client']).error === undefined;

interface Variable {
  readonly name: string;
  readonly valueFrom: { readonly secretKeyRef: { readonly name: string; readonly optional?: boolean } };
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Record<string, string> };
  readonly data?: Record<string, string>;
  readonly spec?: {
    readonly ttlSecondsAfterFinished?: number;
    readonly rules?: readonly {
      readonly http: { readonly paths: readonly { readonly path: string; readonly pathType: string }[] };
    }[];
    readonly template?: {
      readonly spec: {
        readonly containers: readonly {
          readonly image: string;
          readonly args: readonly string[];
          readonly env?: readonly Variable[];
          readonly envFrom?: readonly unknown[];
          readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
        }[];
        readonly volumes?: readonly { readonly name: string; readonly emptyDir?: { readonly sizeLimit?: string } }[];
      };
    };
  };
}

if (kubectl) {
  describe('k8s/base', () => {
    const rendered = execFileSync('kubectl', ['kustomize', 'k8s/base'], { encoding: 'utf8' });
    const manifests = rendered.split(/^---$/m).map((text) => parse(text) as Manifest);
    const of = (kind: string): Manifest[] => manifests.filter((manifest) => manifest.kind === kind);
    const names = (kind: string): string[] =>
      of(kind)
        .map(({ metadata }) => metadata.name)
        .sort();
    const suffix = version.replaceAll('.', '-');
    const containerOf = (name: string) =>
      manifests.find(({ kind, metadata }) => ['Deployment', 'Job'].includes(kind) && metadata.name === name)!.spec!
        .template!.spec.containers[0]!;
    const environment = (name: string): Record<string, string> => {
      const { env = [], envFrom } = containerOf(name);
      const common = of('ConfigMap').find(({ metadata }) => metadata.name === 'serap')?.data ?? {};
      const own = env
        .filter(({ valueFrom }) => valueFrom.secretKeyRef.optional !== true)
        .map(({ name: variable }) => [
          variable,
          variable.endsWith('DATABASE_URL') ? 'postgresql://u:p@db.example:5432/d' : 'a'.repeat(64),
        ]);
      return { ...(envFrom ? common : {}), ...(Object.fromEntries(own) as Record<string, string>) };
    };

    it('renders four services, each with an address and probes', () => {
      expect([names('Deployment'), names('Service')]).toEqual([[...SERVICES].sort(), [...SERVICES].sort()]);
      for (const name of SERVICES) {
        expect(containerOf(name)).toMatchObject({
          livenessProbe: { httpGet: { path: '/livez' } },
          readinessProbe: { httpGet: { path: '/readyz' } },
        });
      }
    });

    it('has jobs of this release alone, which go away by themselves, and images of its version', () => {
      const jobs = [...SERVICES.map((name) => `migrate-${name}`), 'topics'].map((name) => `${name}-${suffix}`);
      expect(names('Job')).toEqual(jobs.sort());
      for (const { spec } of of('Job')) expect(spec?.ttlSecondsAfterFinished).toBeGreaterThan(0);
      for (const name of [...SERVICES, ...jobs]) expect(containerOf(name).image).toBe(`serap:${version}`);
    });

    it.each(SERVICES)('gives %s and its migration a configuration that they accept', (name) => {
      const migration = `migrate-${name}-${suffix}`;
      expect(containerOf(name).args).toEqual([`dist/apps/${name}/src/main.js`]);
      expect(containerOf(migration).args).toEqual([`dist/apps/${name}/src/main.js`, 'migrate']);
      expect(() => readConfig(CONFIGS[name]!, environment(name))).not.toThrow();
      expect(() => readConfig(MigrationConfig, environment(migration))).not.toThrow();
    });

    it.each(SERVICES)('lets %s tell callers behind the Ingress apart', (name) => {
      expectFrontBelieved(environment(name));
    });

    it('gives the job that makes the topics a configuration that it accepts', () => {
      expect(() => readConfig(LogConfig, environment(`topics-${suffix}`))).not.toThrow();
    });

    it.each(SERVICES)('gives %s a folder for temporary files, of bounded size', (name) => {
      const { containers, volumes } = of('Deployment').find(({ metadata }) => metadata.name === name)!.spec!.template!
        .spec;
      const mount = containers[0]?.volumeMounts?.find(({ mountPath }) => mountPath === '/tmp');
      const volume = volumes?.find((one) => one.name === mount?.name);
      expect(volume?.emptyDir?.sizeLimit).toMatch(/^\d+[MG]i$/);
    });

    it('renders with the overlay of docs/operations.md, which says what belongs to an installation', () => {
      const folder = mkdtempSync(join(tmpdir(), 'serap-overlay-'));
      try {
        const [, overlay = ''] =
          /`overlay\/kustomization\.yaml`:\n\n```yaml\n([^`]*)```/.exec(readFileSync('docs/operations.md', 'utf8')) ??
          [];
        mkdirSync(join(folder, 'overlay'));
        writeFileSync(join(folder, 'overlay', 'kustomization.yaml'), overlay);
        cpSync('k8s', join(folder, 'k8s'), { recursive: true });
        const made = execFileSync('kubectl', ['kustomize', join(folder, 'overlay')], { encoding: 'utf8' });
        expect(made).toContain(`image: registry.example/serap:${version}`);
        expect(made).toContain('SERAP_PAGES_URL: https://serap.example.id');
        expect(made).not.toMatch(/https:\/\/(serap|issuer)\.example\b(?!\.id)/);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    it('lets in files of 32 MiB and streams of any length', () => {
      const size = Object.fromEntries(
        of('Ingress').map(({ metadata }) => [
          metadata.name,
          metadata.annotations?.['nginx.ingress.kubernetes.io/proxy-body-size'],
        ]),
      );
      expect(size).toEqual({ serap: '33m', 'serap-streams': '0' });
    });

    it('has a way to every page, and none to how the machines fare', () => {
      const paths = of('Ingress').flatMap(({ spec }) => spec?.rules?.flatMap(({ http }) => http.paths) ?? []);
      const leads = (to: string): boolean =>
        paths.some(({ path, pathType }) => to === path || (pathType === 'Prefix' && to.startsWith(`${path}/`)));
      const pages = readFileSync('apps/operations-dashboard/src/pages/pages.controller.ts', 'utf8');
      const [, listed = ''] = /@Get\(\[(.*)\]\)/.exec(pages) ?? [];
      const addresses = [...listed.matchAll(/'([^']*)'/g)].map(([, path = '']) => `/${path}`);
      expect(addresses.length).toBeGreaterThan(3);
      const wanted = [
        ...addresses,
        '/favicon.svg',
        '/assets/a.js',
        '/auth/callback',
        '/api/operations/stream',
        '/api/orders',
      ];
      expect(wanted.filter((path) => !leads(path))).toEqual([]);
      expect(['/metrics', '/livez', '/readyz', '/version'].filter(leads)).toEqual([]);
    });
  });
}
