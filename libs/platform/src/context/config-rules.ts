import { isURL, ValidateBy } from 'class-validator';
import { isLoopback, isSecure } from './loopback.js';
import type { ServiceConfig } from './config.js';

/** A rule of one setting that looks at others too; its name is what a refusal shows. */
export function settingRule<Config extends ServiceConfig>(
  name: string,
  holds: (value: unknown, config: Config) => boolean,
): PropertyDecorator {
  const validate = (value: unknown, arguments_?: { object: object }) => holds(value, arguments_?.object as Config);
  return ValidateBy({ name, validator: { validate } });
}

/** What is only there for one person on one machine is refused by name wherever a service might be reached by others. */
export function OnlyWhenEmbedded(belongs: (value: unknown) => boolean): PropertyDecorator {
  return settingRule(
    'onlyWithSerapEmbedded',
    (value, { SERAP_EMBEDDED }) => SERAP_EMBEDDED === 'yes' || !belongs(value),
  );
}

/** An embedded run is for this machine alone. */
export function ListensOnThisMachine(): PropertyDecorator {
  return settingRule(
    'onlyWithSerapHostOnLoopback',
    (value, { SERAP_HOST }) => value !== 'yes' || isLoopback(SERAP_HOST),
  );
}

/** An address that a browser is sent to with what nobody on the way may read. */
export function HttpsOrThisMachine(): PropertyDecorator {
  return settingRule('isHttpsOrHttpOnLoopback', isForBrowsers);
}

/** An address of the web, or nothing. */
export function WebAddressOrNone(): PropertyDecorator {
  return settingRule('isWebAddress', (value) => value === '' || isAddress(value));
}

export function isForBrowsers(value: unknown): boolean {
  return isAddress(value) && isSecure(value);
}

/** An address that services call: by plain http beyond this machine only where that was said. */
export function EncryptedUnlessAllowed(): PropertyDecorator {
  return settingRule(
    'isHttpsWithoutSerapIssuerPlainHttp',
    (value, { SERAP_ISSUER_PLAIN_HTTP }) => isAddress(value) && (SERAP_ISSUER_PLAIN_HTTP === 'yes' || isSecure(value)),
  );
}

function isAddress(value: unknown): value is string {
  const options = { protocols: ['http', 'https'], require_tld: false, require_protocol: true };
  return typeof value === 'string' && isURL(value, options) && URL.canParse(value);
}
