import { isURL, ValidateBy } from 'class-validator';
import { isLoopback, isSecure } from './loopback.js';
import { ownWords } from './wrong-setting.js';
import type { CommandConfig, ServiceConfig } from './config.js';

export const HTTPS_OR_THIS_MACHINE = 'address that begins with `https://`, or with `http://` on this machine';

/**
 * A rule of one setting that looks at others too.
 *
 * @param words what a refusal says that the value has to be
 */
export function settingRule<Config extends CommandConfig = ServiceConfig>(
  name: string,
  words: string,
  holds: (value: unknown, config: Config) => boolean,
): PropertyDecorator {
  const validate = (value: unknown, arguments_?: { object: object }) => holds(value, arguments_?.object as Config);
  return ValidateBy({ name, validator: { validate, defaultMessage: () => ownWords(words) } });
}

/** What is only there for one person on one machine is refused by name wherever a service might be reached by others. */
export function OnlyWhenEmbedded(belongs: (value: unknown) => boolean): PropertyDecorator {
  return settingRule(
    'onlyWithSerapEmbedded',
    'only with SERAP_EMBEDDED=yes',
    (value, { SERAP_EMBEDDED }) => SERAP_EMBEDDED === 'yes' || !belongs(value),
  );
}

/** An embedded run is for this machine alone. */
export function ListensOnThisMachine(): PropertyDecorator {
  return settingRule(
    'onlyWithSerapHostOnLoopback',
    '`yes` only where SERAP_HOST is an address of this machine alone',
    (value, { SERAP_HOST }) => value !== 'yes' || isLoopback(SERAP_HOST),
  );
}

/** An address that a browser is sent to with what nobody on the way may read. */
export function HttpsOrThisMachine(): PropertyDecorator {
  return settingRule('isHttpsOrHttpOnLoopback', HTTPS_OR_THIS_MACHINE, isForBrowsers);
}

/** An address of the web, or nothing. */
export function WebAddressOrNone(): PropertyDecorator {
  return settingRule(
    'isWebAddress',
    'address that begins with `http://` or `https://`, or nothing',
    (value) => value === '' || isAddress(value),
  );
}

export function isForBrowsers(value: unknown): boolean {
  return isAddress(value) && isSecure(value);
}

/** An address that services call: by plain http beyond this machine only where that was said. */
export function EncryptedUnlessAllowed(): PropertyDecorator {
  return settingRule(
    'isHttpsWithoutSerapIssuerPlainHttp',
    'address that begins with `https://`; `http://` beyond this machine only with SERAP_ISSUER_PLAIN_HTTP=yes',
    (value, { SERAP_ISSUER_PLAIN_HTTP }) => isAddress(value) && (SERAP_ISSUER_PLAIN_HTTP === 'yes' || isSecure(value)),
  );
}

function isAddress(value: unknown): value is string {
  const options = { protocols: ['http', 'https'], require_tld: false, require_protocol: true };
  return typeof value === 'string' && isURL(value, options) && URL.canParse(value);
}
