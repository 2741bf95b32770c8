import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '#platform/access/principal.js';
import type { DatabaseOptions } from '#platform/database/database.js';
import { createEventLog } from '#event-log/create-event-log.js';
import type { EventLog } from '#event-log/log/event-log.js';
import { runMigrations } from '#platform/boot/run-migrations.js';
import { database as dashboardDatabase } from '../../apps/operations-dashboard/src/persistence/data-source.js';
import { database as routingDatabase } from '../../apps/order-routing/src/persistence/data-source.js';
import { database as agreementsDatabase } from '../../apps/partnership-agreements/src/persistence/data-source.js';
import { database as registryDatabase } from '../../apps/producer-registry/src/persistence/data-source.js';
import { freePort } from '../postgres/free-port.js';
import { startPostgres, type PostgresServer } from '../postgres/server.js';
import { openFront } from './front.js';
import { kafkaEnv, openKafka, type KafkaAddress } from './kafka-log.js';
import { ISSUER_PATH } from '../issuer/settings.js';
import type { Env, Identity } from './identity.js';
import { EmbeddedIssuer } from './issuer.js';
import { SERVICES, type ServiceName } from '#contracts/topics.js';
import { ServiceProcess } from './service-process.js';

export type LogKind = 'postgres' | 'kafka';

export interface SystemOptions {
  /** Folder that holds everything of this run; reachable by a plain user when run as root. */
  readonly home: string;
  readonly log: LogKind;
  /** Port wanted for the page; another one is taken when it is in use. */
  readonly port?: number;
  /** Port of the Kafka broker; another free one each time when absent. */
  readonly kafkaPort?: number;
  /** Kafka lets nobody in but by TLS and password, each service with its own rights. */
  readonly kafkaSecured?: boolean;
  /** false: PostgreSQL without fsync, for runs whose data nobody keeps. */
  readonly durable?: boolean;
  /** Another identity provider than the embedded run's: then it has no simulated clock and no local webhooks either. */
  readonly identity?: Identity;
  readonly progress?: (what: string) => void;
}

const DATABASES: Record<ServiceName, { name: string; options: Omit<DatabaseOptions, 'url' | 'poolSize'> }> = {
  'producer-registry': { name: 'serap_registry', options: registryDatabase },
  'partnership-agreements': { name: 'serap_agreements', options: agreementsDatabase },
  'order-routing': { name: 'serap_routing', options: routingDatabase },
  'operations-dashboard': { name: 'serap_operations', options: dashboardDatabase },
};

const ROUTES: Record<string, ServiceName> = {
  '/api/registry': 'producer-registry',
  '/api/agreements': 'partnership-agreements',
  '/api/orders': 'order-routing',
};

/** What an auditor needs to look into a run from outside its processes. */
export interface SystemAddresses {
  readonly databases: Readonly<Record<ServiceName, string>>;
  readonly log: { readonly kind: 'postgres'; readonly url: string } | KafkaAddress;
}

/** What a running system is made of, and how it ends. */
interface SystemParts extends Pick<System, 'url' | 'services' | 'addresses' | 'eventLog'> {
  readonly identity: Identity;
  readonly env: Env;
  readonly logs: string;
  readonly closers: readonly (() => Promise<unknown>)[];
}

/** A whole Serap on this machine: PostgreSQL, event log, the four services as processes, one address in front of them. */
export class System {
  readonly url: string;
  readonly services: Readonly<Record<ServiceName, ServiceProcess>>;
  readonly addresses: SystemAddresses;
  readonly eventLog: EventLog;

  constructor(private readonly parts: SystemParts) {
    this.url = parts.url;
    this.services = parts.services;
    this.addresses = parts.addresses;
    this.eventLog = parts.eventLog;
  }

  /** @throws Error where the run has another identity provider */
  get issuer(): EmbeddedIssuer {
    if (this.parts.identity instanceof EmbeddedIssuer) return this.parts.identity;
    throw new Error('This run has no embedded issuer.');
  }

  /**
   * A machine's bearer token, by client credentials.
   *
   * @param aggregator the cooperative's own id in the registry; no other role has one
   */
  token(role: Role, region: string, aggregator?: string): Promise<string> {
    return this.parts.identity.token({ role, region, ...(aggregator === undefined ? {} : { aggregator }) });
  }

  /**
   * A second replica of a service, behind no route: callers address it directly.
   *
   * @param env settings in which it differs
   */
  async replica(name: ServiceName, env: Env = {}): Promise<ServiceProcess> {
    const replica = new ServiceProcess({
      name,
      label: `${name}-2`,
      port: await freePort(),
      logs: this.parts.logs,
      env: { ...this.parts.env, ...ownEnv(this.addresses, name, this.parts.identity), ...env },
    });
    await replica.start();
    return replica;
  }

  /** Services first, their log and database last. */
  async stop(): Promise<void> {
    await Promise.all(Object.values(this.services).map((service) => service.stop()));
    for (const close of [...this.parts.closers].reverse()) await close();
  }
}

/** Starts everything, or nothing: what had started before an error is stopped again. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const closers: (() => Promise<unknown>)[] = [];
  try {
    return await assemble(options, closers);
  } catch (error) {
    for (const close of closers.reverse()) await close().catch(() => undefined);
    throw error;
  }
}

async function assemble(options: SystemOptions, closers: (() => Promise<unknown>)[]): Promise<System> {
  const { home, progress = () => undefined } = options;
  const logs = join(home, 'logs');
  await mkdir(logs, { recursive: true });
  progress('Starting PostgreSQL');
  const postgres = await startPostgres({
    home: join(home, 'postgres'),
    durable: options.durable ?? true,
    revive: true,
  });
  closers.push(() => postgres.stop());
  await postgres.createDatabases(['serap_log', ...Object.values(DATABASES).map(({ name }) => name)]);
  const addresses = await openLog(options, postgres, closers, progress);
  const eventLog = await createEventLog(
    addresses.log.kind === 'kafka' ? { ...addresses.log, clientId: 'serap-tools' } : addresses.log,
  );
  closers.push(() => eventLog.close());

  progress('Migrating the databases');
  for (const name of SERVICES) {
    await runMigrations({ SERAP_DATABASE_URL: addresses.databases[name] }, DATABASES[name].options);
  }

  const port = await freePort(options.port);
  const url = `http://127.0.0.1:${String(port)}`;
  const registryPort = await freePort();
  const registryUrl = `http://127.0.0.1:${String(registryPort)}`;
  const identity =
    options.identity ?? new EmbeddedIssuer({ home, logs, port: await freePort(), pages: url, registryUrl });
  const embedded = identity instanceof EmbeddedIssuer ? [identity.process] : [];
  const env = { ...commonEnv(url, addresses), ...identity.env, SERAP_PERSONAL_DATA_KEY: await personalDataKey(home) };
  const services = {} as Record<ServiceName, ServiceProcess>;
  for (const name of SERVICES) {
    services[name] = new ServiceProcess({
      name,
      port: name === 'producer-registry' ? registryPort : await freePort(),
      logs,
      env: { ...env, ...ownEnv(addresses, name, identity) },
    });
  }
  const routes = Object.fromEntries(Object.entries(ROUTES).map(([prefix, name]) => [prefix, services[name].url]));
  const front = await openFront({
    port,
    routes: { ...routes, ...Object.fromEntries(embedded.map(({ url: at }) => [ISSUER_PATH, at])) },
    pages: services['operations-dashboard'].url,
  });
  closers.push(() => front.close());
  progress('Starting the four services');
  const processes = [...embedded, ...Object.values(services)];
  closers.push(() => Promise.all(processes.map((process) => process.stop())));
  await Promise.all(processes.map((process) => process.start()));
  return new System({ url, services, addresses, eventLog, identity, env, logs, closers });
}

async function openLog(
  options: SystemOptions,
  postgres: PostgresServer,
  closers: (() => Promise<unknown>)[],
  progress: (what: string) => void,
): Promise<SystemAddresses> {
  const databases = Object.fromEntries(SERVICES.map((name) => [name, postgres.url(DATABASES[name].name)])) as Record<
    ServiceName,
    string
  >;
  if (options.log === 'postgres') return { databases, log: { kind: 'postgres', url: postgres.url('serap_log') } };
  progress('Starting Kafka');
  const { home, kafkaPort, kafkaSecured } = options;
  const { broker, log } = await openKafka({
    home,
    ...(kafkaPort === undefined ? {} : { port: kafkaPort }),
    ...(kafkaSecured === undefined ? {} : { secured: kafkaSecured }),
  });
  closers.push(() => broker.stop());
  return { databases, log };
}

function commonEnv(pages: string, { log }: SystemAddresses): Record<string, string> {
  return { SERAP_LOG: log.kind, SERAP_CREATE_TOPICS: 'yes', SERAP_PAGES_URL: pages };
}

function ownEnv({ databases, log }: SystemAddresses, name: ServiceName, { signIn }: Identity): Env {
  return {
    SERAP_DATABASE_URL: databases[name],
    ...(log.kind === 'postgres' ? { SERAP_LOG_URL: log.url } : kafkaEnv(log, name)),
    ...(name === 'operations-dashboard' ? signIn : {}),
  };
}

/** Key of the personal data of this run, made once and kept beside them. */
async function personalDataKey(home: string): Promise<string> {
  const file = join(home, 'personal-data-key');
  const stored = await readFile(file, 'utf8').catch(() => undefined);
  if (stored !== undefined) return stored;
  const key = randomBytes(32).toString('hex');
  await writeFile(file, key, { mode: 0o600 });
  return key;
}
