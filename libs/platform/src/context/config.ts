import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateIf,
  validateSync,
} from 'class-validator';
import { IsNetworks } from './trusted-proxies.js';
import {
  EncryptedUnlessAllowed,
  HttpsOrThisMachine,
  ListensOnThisMachine,
  OnlyWhenEmbedded,
  WebAddressOrNone,
} from './config-rules.js';
import { IsDatabaseAddress } from './is-database-address.js';
import {
  InPem,
  NeedsUserAndPassword,
  OnlyWithKafkaSasl,
  OnlyWithKafkaTls,
  PlainOnlyEncrypted,
  TogetherWith,
} from './kafka-rules.js';
import { isSecret, Secret, withSecretsFromFiles } from './secret.js';
import { withPasswords } from './with-passwords.js';
import { WrongConfiguration, wrongSetting, type WrongSetting } from './wrong-setting.js';

const HTTP_URL = { protocols: ['http', 'https'], require_tld: false, require_protocol: true };
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const given = (name: keyof ServiceConfig) => ValidateIf((config: ServiceConfig) => config[name] !== '');
/** Path at which the embedded run's own issuer lies (tools/issuer): its ready-made users need no password. */
const EMBEDDED_ISSUER = /\/embedded-issuer\/?$/;

/** Settings of every command. */
export class CommandConfig {
  /** Least level of what is logged: `fatal`, `error`, `warn`, `info`, `debug` or `trace`. */
  @IsIn(LOG_LEVELS) SERAP_LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';
}

/** Settings of `migrate`. */
export class MigrationConfig extends CommandConfig {
  /** Database of this service, as the role that owns its tables. Absent: that of SERAP_DATABASE_URL. */
  @Secret() @IsOptional() @IsDatabaseAddress() SERAP_MIGRATION_DATABASE_URL?: string;
  /** Password for SERAP_MIGRATION_DATABASE_URL, where that has none. Any character may stand in it. */
  @Secret() @IsOptional() @IsNotEmpty() SERAP_MIGRATION_DATABASE_PASSWORD?: string;
  /** Database of this service: `postgresql://user@host:5432/database`; docs/operations.md has the longer forms. */
  @Secret()
  @ValidateIf((config: MigrationConfig) => config.SERAP_MIGRATION_DATABASE_URL === undefined)
  @IsDatabaseAddress()
  SERAP_DATABASE_URL: string;
  /** Password for SERAP_DATABASE_URL, where that has none. Any character may stand in it. */
  @Secret() @IsOptional() @IsNotEmpty() SERAP_DATABASE_PASSWORD?: string;
  /** Role of the running service, which gets what it needs of the tables. Absent: it is the role that migrates. */
  @IsOptional() @IsNotEmpty() SERAP_SERVICE_ROLE?: string;
}

/** Settings of `topics`, and of whatever else reaches the event log. */
export class LogConfig extends CommandConfig {
  /** Where events are kept: `kafka`, or `postgres` for one machine without Kafka. */
  @IsIn(['postgres', 'kafka']) SERAP_LOG: 'postgres' | 'kafka' = 'postgres';
  /** Database that keeps the events, of all services alike; where SERAP_LOG is `postgres`. */
  @Secret()
  @ValidateIf((config: LogConfig) => config.SERAP_LOG === 'postgres')
  @IsDatabaseAddress()
  SERAP_LOG_URL: string;
  /** Brokers to begin with: host:port, several with commas between them; where SERAP_LOG is `kafka`. */
  @ValidateIf((config: LogConfig) => config.SERAP_LOG === 'kafka')
  @IsNotEmpty()
  SERAP_KAFKA_BROKERS: string;
  /** `yes`: brokers are reached by TLS. Without it whoever is on their network reads events, and may forge them. */
  @IsIn(['yes', 'no']) SERAP_KAFKA_TLS: 'yes' | 'no' = 'no';
  /** Certificates in PEM that brokers are known by, where no authority that Node knows has signed theirs. */
  @Secret() @IsOptional() @OnlyWithKafkaTls() @InPem('CERTIFICATE') SERAP_KAFKA_CA?: string;
  /** Certificate in PEM that this service shows to brokers that ask for one. */
  @Secret()
  @IsOptional()
  @OnlyWithKafkaTls()
  @TogetherWith('SERAP_KAFKA_CERTIFICATE_KEY')
  @InPem('CERTIFICATE')
  SERAP_KAFKA_CERTIFICATE?: string;
  /** Its key in PEM, without a passphrase. */
  @Secret()
  @IsOptional()
  @TogetherWith('SERAP_KAFKA_CERTIFICATE')
  @InPem('PRIVATE KEY')
  SERAP_KAFKA_CERTIFICATE_KEY?: string;
  /** How this service signs in at the brokers by name and password: `scram-sha-512`, `scram-sha-256`, `plain`, or `none`. */
  @IsIn(['none', 'plain', 'scram-sha-256', 'scram-sha-512'])
  @NeedsUserAndPassword()
  @PlainOnlyEncrypted()
  SERAP_KAFKA_SASL: 'none' | 'plain' | 'scram-sha-256' | 'scram-sha-512' = 'none';
  /** Name of this service's user at the brokers. */
  @IsOptional() @IsNotEmpty() @OnlyWithKafkaSasl() SERAP_KAFKA_USER?: string;
  /** Password of this user. */
  @Secret() @IsOptional() @IsNotEmpty() @OnlyWithKafkaSasl() SERAP_KAFKA_PASSWORD?: string;
}

/** Settings of `acls`. */
export class AclConfig extends LogConfig {
  /** How the brokers name a service's user, with `{service}` for the service; for certificates e.g. `User:CN={service}`. */
  @Matches(/^User:.*\{service\}/) SERAP_KAFKA_PRINCIPAL = 'User:{service}';
}

/** Settings that every service has. A service's own class extends this one; both are read from SERAP_* variables. */
export class ServiceConfig extends LogConfig {
  /** Database of this service: `postgresql://user@host:5432/database`; docs/operations.md has the longer forms. */
  @Secret() @IsDatabaseAddress() SERAP_DATABASE_URL: string;
  /** Password for SERAP_DATABASE_URL, where that has none. Any character may stand in it. */
  @Secret() @IsOptional() @IsNotEmpty() SERAP_DATABASE_PASSWORD?: string;
  /**
   * Key of this service for personal data at rest (NIK, bodies of dead letters): 32 bytes as 64 hexadecimal digits.
   * Losing it loses them.
   */
  @Secret() @Matches(/^[0-9a-f]{64}$/) SERAP_PERSONAL_DATA_KEY: string;
  /** `yes`: the service creates the topics that are missing when it starts. `no`: `main.js topics` has done so. */
  @IsIn(['yes', 'no']) SERAP_CREATE_TOPICS: 'yes' | 'no' = 'no';
  /** Address that it listens at; `0.0.0.0` in a container. */
  @IsNotEmpty() SERAP_HOST = '127.0.0.1';
  /** Port that it listens at. */
  @Type(() => Number) @IsInt() @Min(0) @Max(65_535) SERAP_PORT = 3000;
  /** `yes`: a run for one person on one machine, which alone may have an issuer, a clock and webhooks of its own. */
  @IsIn(['yes', 'no'])
  @ListensOnThisMachine()
  SERAP_EMBEDDED: 'yes' | 'no' = 'no';
  /** The issuer of access tokens as browsers see it and tokens name it: https, or http on this machine. */
  @HttpsOrThisMachine()
  @OnlyWhenEmbedded((issuer) => EMBEDDED_ISSUER.test(String(issuer)))
  SERAP_TOKEN_ISSUER: string;
  /** For whom access tokens are: one of their `aud`. */
  @IsNotEmpty() SERAP_TOKEN_AUDIENCE = 'serap';
  /** Where services reach the issuer. Empty: where browsers do. */
  @given('SERAP_ISSUER_INTERNAL_URL')
  @IsUrl(HTTP_URL)
  @EncryptedUnlessAllowed()
  SERAP_ISSUER_INTERNAL_URL = '';
  /** Where the issuer's keys lie. Empty: where its discovery document says. */
  @given('SERAP_TOKEN_KEYS_URL')
  @IsUrl(HTTP_URL)
  @EncryptedUnlessAllowed()
  SERAP_TOKEN_KEYS_URL = '';
  /** `yes`: services may reach the issuer by plain http beyond this machine. Only for a private network. */
  @IsIn(['yes', 'no']) SERAP_ISSUER_PLAIN_HTTP: 'yes' | 'no' = 'no';
  /** Claim that lists the roles; a dot leads one object deeper, e.g. `realm_access.roles`. */
  @IsNotEmpty() SERAP_TOKEN_ROLES_CLAIM = 'roles';
  /** Claim that holds the region's code. */
  @IsNotEmpty() SERAP_TOKEN_REGION_CLAIM = 'region';
  /** Claim that holds the id of the aggregator that a cooperative acts for. */
  @IsNotEmpty() SERAP_TOKEN_AGGREGATOR_CLAIM = 'aggregator';
  /** Address of the pages as browsers see it; the names of their cookies follow from it. */
  @WebAddressOrNone()
  SERAP_PAGES_URL = '';
  /** `yes`: the business clock can be moved, by events on serap.clock.v1. */
  @IsIn(['yes', 'no'])
  @OnlyWhenEmbedded((value) => value === 'yes')
  SERAP_SIMULATED_CLOCK: 'yes' | 'no' = 'no';
  /** Folder of the OpenAPI documents. */
  @IsNotEmpty() SERAP_API_DOCS_DIR = 'docs/api';
  /** Connections to the database that it keeps at most, beside one for its relay. */
  @Type(() => Number) @IsInt() @Min(1) @Max(200) SERAP_POOL_SIZE = 10;
  /** Requests a minute that one token, one key or, without a valid one, one address may send to one replica. */
  @Type(() => Number) @IsInt() @Min(1) @Max(10_000_000) SERAP_REQUESTS_PER_MINUTE = 30_000;
  /**
   * Proxies whose `X-Forwarded-For` is believed: addresses and networks, comma-separated, e.g. `10.0.0.0/8,127.0.0.1`.
   * Everybody behind one that is not named here counts as one address.
   */
  @IsNetworks() SERAP_TRUSTED_PROXIES = '';
  /** Milliseconds between "not ready" and the end of HTTP, for a balancer to notice. */
  @Type(() => Number) @IsInt() @Min(0) @Max(60_000) SERAP_DRAIN_MS = 0;
}

/**
 * Reads the environment once. An empty variable counts as none; a secret may come from the file that `<name>_FILE` names.
 *
 * @throws WrongConfiguration naming every wrong variable, never a value, before anything has started
 */
export function readConfig<T extends CommandConfig>(type: new () => T, env: NodeJS.ProcessEnv = process.env): T {
  const wrong: WrongSetting[] = [];
  const own = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[0].startsWith('SERAP_') && entry[1] !== ''),
  );
  const values = withPasswords(withSecretsFromFiles(type, own, wrong), (name) => isSecret(type, name), wrong);
  const config = plainToInstance(type, values, { exposeDefaultValues: true });
  const options = { forbidUnknownValues: true };
  wrong.push(...validateSync(config, options).map((error) => wrongSetting(type, error)));
  if (wrong.length > 0) throw new WrongConfiguration(wrong);
  return config;
}
