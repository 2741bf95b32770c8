import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Role } from '#platform/access/principal.js';
import { createEventLog } from '#event-log/create-event-log.js';
import type { EventLog } from '#event-log/log/event-log.js';
import { testIssuer, type TestIssuer } from '#platform/testing/tokens.js';
import { startBroker } from '../../tools/kafka/broker.js';
import { freePort } from '../../tools/postgres/free-port.js';
import { startPostgres } from '../../tools/postgres/server.js';
import { SERVICES, type ServiceName } from '#contracts/topics.js';
import { ServiceProcess } from '../../tools/system/service-process.js';
import type { LogKind, SystemAddresses } from '../../tools/system/system.js';
import { Balancer } from './balancer.js';
import type { Release } from './releases.js';

const run = promisify(execFile);
const PERSONAL_DATA_KEY = '0123456789abcdef'.repeat(4);
/** The balancer looks five times a second; on a busy machine it is late. */
const DRAIN_MS = 1_500;

const PREFIXES: Readonly<Record<ServiceName, string>> = {
  'producer-registry': '/api/registry',
  'partnership-agreements': '/api/agreements',
  'order-routing': '/api/orders',
  'operations-dashboard': '/api/operations',
};

/** Replicas of the four services, of one release or of two, on one PostgreSQL and one log behind one balancer. */
export class Fleet {
  readonly running = new Map<ServiceName, ServiceProcess[]>(SERVICES.map((name) => [name, []]));
  /** What processes said that ended by themselves. */
  readonly deaths: string[] = [];
  private started = 0;

  private constructor(
    readonly addresses: SystemAddresses,
    readonly eventLog: EventLog,
    private readonly home: string,
    private readonly issuer: TestIssuer,
    private readonly balancer: Balancer,
    private readonly closers: readonly (() => Promise<unknown>)[],
  ) {}

  static async open(log: LogKind): Promise<Fleet> {
    const home = await mkdtemp(join(tmpdir(), 'serap-fleet-'));
    // PostgreSQL may run as another user.
    await chmod(home, 0o755);
    await mkdir(join(home, 'logs'));
    const postgres = await startPostgres({ home: join(home, 'postgres'), durable: false });
    const databases = Object.fromEntries(SERVICES.map((name) => [name, postgres.url(`fleet_${name}`)]));
    await postgres.createDatabases(['fleet_log', ...SERVICES.map((name) => `fleet_${name}`)]);
    const broker = log === 'kafka' ? await startBroker({ dataDir: join(home, 'kafka') }) : undefined;
    const addresses: SystemAddresses = {
      databases: databases as SystemAddresses['databases'],
      log: broker
        ? { kind: 'kafka', brokers: [broker.bootstrap] }
        : { kind: 'postgres', url: postgres.url('fleet_log') },
    };
    const eventLog = await createEventLog(
      addresses.log.kind === 'kafka' ? { ...addresses.log, clientId: 'fleet' } : addresses.log,
    );
    const issuer = await testIssuer();
    const balancer = await Balancer.open(Object.values(PREFIXES));
    const closers = [
      () => balancer.close(),
      () => eventLog.close(),
      () => issuer.close(),
      ...(broker ? [() => broker.stop()] : []),
      () => postgres.stop(),
      () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
    ];
    return new Fleet(addresses, eventLog, home, issuer, balancer, closers);
  }

  get url(): string {
    return this.balancer.url;
  }

  token(role: Role, region: string): Promise<string> {
    // 30ee889 does not know who looks after the installation: there it is who looks after the market.
    return this.issuer.token(role === 'platform' ? ['platform', 'operations'] : [role], region);
  }

  /** Brings the databases to a release's schema, by its own command. */
  async migrate(release: Release): Promise<void> {
    const migrations = SERVICES.map((name) => {
      const main = join(release.root, 'dist', 'apps', name, 'src', 'main.js');
      const env = { PATH: process.env['PATH'] ?? '', ...this.environment(release, name) };
      return run(process.execPath, [main, 'migrate'], { cwd: release.root, env });
    });
    await Promise.all(migrations);
  }

  /** One more replica; resolves when calls are sent to it. */
  async add(release: Release, name: ServiceName): Promise<ServiceProcess> {
    this.started += 1;
    const replica = new ServiceProcess({
      name,
      root: release.root,
      label: `${name}-${release.label}-${String(this.started)}`,
      port: await freePort(),
      logs: join(this.home, 'logs'),
      env: this.environment(release, name),
      say: (line) => this.deaths.push(line),
    });
    await replica.start();
    this.replicasOf(name).push(replica);
    await this.balance(name);
    return replica;
  }

  /** Ends a replica as an orchestrator would: SIGTERM, while the balancer still sends calls to it. */
  async remove(replica: ServiceProcess): Promise<void> {
    const name = SERVICES.find((service) => this.replicasOf(service).includes(replica));
    await replica.stop();
    if (name === undefined) return;
    this.running.set(
      name,
      this.replicasOf(name).filter((one) => one !== replica),
    );
    await this.balance(name);
  }

  /** Resolves when each replica has been sent so many more calls. */
  async eachHasAnswered(calls: number): Promise<void> {
    const { sent } = this.balancer;
    const before = new Map(sent);
    const urls = [...this.running.values()].flat().map(({ url }) => url);
    const isDone = (url: string): boolean => (sent.get(url) ?? 0) >= (before.get(url) ?? 0) + calls;
    while (!urls.every(isDone)) await sleep(50);
  }

  async close(): Promise<void> {
    await Promise.all([...this.running.values()].flat().map((replica) => replica.stop()));
    for (const close of this.closers) await close();
  }

  replicasOf(name: ServiceName): ServiceProcess[] {
    return this.running.get(name) ?? [];
  }

  private balance(name: ServiceName): Promise<void> {
    return this.balancer.use(
      PREFIXES[name],
      this.replicasOf(name).map(({ url }) => url),
    );
  }

  private environment(release: Release, name: ServiceName): Record<string, string> {
    const { log, databases } = this.addresses;
    return {
      SERAP_DATABASE_URL: databases[name],
      SERAP_LOG: log.kind,
      ...(log.kind === 'postgres' ? { SERAP_LOG_URL: log.url } : { SERAP_KAFKA_BROKERS: log.brokers.join(',') }),
      SERAP_CREATE_TOPICS: 'yes',
      SERAP_TOKEN_ISSUER: this.issuer.issuer,
      SERAP_TOKEN_KEYS_URL: this.issuer.keysUrl,
      SERAP_SIMULATED_CLOCK: 'yes',
      SERAP_PERSONAL_DATA_KEY: PERSONAL_DATA_KEY,
      SERAP_DRAIN_MS: String(DRAIN_MS),
      ...release.env,
    };
  }
}
