import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsUrl, Matches, Max, Min, ValidateIf, validateSync } from 'class-validator';
import { IsNetworks } from '../http/trusted-proxies.js';
import {
  EncryptedUnlessAllowed,
  HttpsOrThisMachine,
  ListensOnThisMachine,
  OnlyWhenEmbedded,
  WebAddressOrNone,
} from './config-rules.js';

const DATABASE_URL = { protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true };
const HTTP_URL = { protocols: ['http', 'https'], require_tld: false, require_protocol: true };
const given = (name: keyof ServiceConfig) => ValidateIf((config: ServiceConfig) => config[name] !== '');
/** Path at which the embedded run's own issuer lies (tools/issuer): its ready-made users need no password. */
const EMBEDDED_ISSUER = /\/embedded-issuer\/?$/;

/** Settings that every service has. A service's own class extends this one; both are read from SERAP_* variables. */
export class ServiceConfig {
  @IsUrl(DATABASE_URL) SERAP_DATABASE_URL: string;
  @IsIn(['postgres', 'kafka']) SERAP_LOG: 'postgres' | 'kafka' = 'postgres';
  @ValidateIf((config: ServiceConfig) => config.SERAP_LOG === 'postgres')
  @IsUrl(DATABASE_URL)
  SERAP_LOG_URL: string;
  /** Comma-separated host:port. */
  @ValidateIf((config: ServiceConfig) => config.SERAP_LOG === 'kafka')
  @IsNotEmpty()
  SERAP_KAFKA_BROKERS: string;
  /**
   * Key of this service for personal data at rest (NIK, bodies of dead letters): 32 bytes as 64 hexadecimal digits.
   * Losing it loses them.
   */
  @Matches(/^[0-9a-f]{64}$/) SERAP_PERSONAL_DATA_KEY: string;
  @IsIn(['yes', 'no']) SERAP_CREATE_TOPICS: 'yes' | 'no' = 'no';
  @IsNotEmpty() SERAP_HOST = '127.0.0.1';
  @Type(() => Number) @IsInt() @Min(0) @Max(65_535) SERAP_PORT = 3000;
  /** `yes`: a run for one person on one machine, which alone may have an issuer, a clock and webhooks of its own. */
  @IsIn(['yes', 'no'])
  @ListensOnThisMachine()
  SERAP_EMBEDDED: 'yes' | 'no' = 'no';
  /** The issuer of access tokens as browsers see it and tokens name it: https, or http on this machine. */
  @HttpsOrThisMachine()
  @OnlyWhenEmbedded((issuer) => EMBEDDED_ISSUER.test(String(issuer)))
  SERAP_TOKEN_ISSUER: string;
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
  /** Folder of the OpenAPI documents (npm run describe). */
  @IsNotEmpty() SERAP_API_DOCS_DIR = 'docs/api';
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
 * Reads the environment once.
 *
 * @throws Error naming every wrong variable, never a value, before anything has started
 */
export function readConfig<T extends ServiceConfig>(type: new () => T, env: NodeJS.ProcessEnv): T {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('SERAP_')));
  const config = plainToInstance(type, own, { exposeDefaultValues: true });
  const wrong = validateSync(config, { forbidUnknownValues: true }).map(
    (error) => `${error.property} (${Object.keys(error.constraints ?? {}).join(', ')})`,
  );
  if (wrong.length > 0) throw new Error(`Wrong or missing environment variables: ${wrong.join('; ')}`);
  return config;
}
