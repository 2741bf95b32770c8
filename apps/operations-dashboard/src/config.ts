import { Type } from 'class-transformer';
import { IsEmail, IsInt, IsNotEmpty, IsUrl, Matches, Max, Min, ValidateIf } from 'class-validator';
import { HTTPS_OR_THIS_MACHINE, isForBrowsers, settingRule } from '#platform/context/config-rules.js';
import { ServiceConfig } from '#platform/context/config.js';
import { Secret } from '#platform/context/secret.js';

const LOCAL_TOO = { require_tld: false, require_protocol: true };
const sends = ({ SERAP_SMTP_URL }: DashboardConfig): boolean => SERAP_SMTP_URL !== '';
const signsIn = ({ SERAP_SIGN_IN_CLIENT }: DashboardConfig): boolean => SERAP_SIGN_IN_CLIENT !== '';

export class DashboardConfig extends ServiceConfig {
  /** Folder of the built pages (npm run build:web). */
  @IsNotEmpty() SERAP_PAGES_DIR = 'dist/web';
  /** Where notices are handed in, e.g. `smtps://user:password@mail.example.id:465`. Empty: none are sent. */
  @Secret() @ValidateIf(sends) @IsUrl({ ...LOCAL_TOO, protocols: ['smtp', 'smtps'] }) SERAP_SMTP_URL = '';
  /** Address that notices come from. */
  @ValidateIf(sends) @IsEmail({ require_tld: false }) SERAP_NOTICE_SENDER: string;
  /** Minutes between two notices to one address, at least. */
  @Type(() => Number) @IsInt() @Min(1) @Max(10_080) SERAP_NOTICE_MINUTES = 240;
  /** Client at the issuer with which people sign in to the pages. Empty: nobody can. */
  SERAP_SIGN_IN_CLIENT = '';
  /** Its secret. */
  @Secret() @ValidateIf(signsIn) @IsNotEmpty() SERAP_SIGN_IN_SECRET: string;
  /** What it asks the issuer for, beside `openid`: scopes that put roles and region into the access token. */
  @ValidateIf(signsIn) @Matches(/^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/) SERAP_SIGN_IN_SCOPE =
    'openid profile';
  /** Where the pages are: for the issuer to come back to, and for the receivers of notices. */
  @settingRule<DashboardConfig>(
    'isNeeded',
    'needed with SERAP_SIGN_IN_CLIENT and with SERAP_SMTP_URL',
    (value, config) => value !== '' || !(sends(config) || signsIn(config)),
  )
  @settingRule<DashboardConfig>(
    'isHttpsOrHttpOnLoopback',
    HTTPS_OR_THIS_MACHINE,
    (value, config) => isForBrowsers(value) || !signsIn(config),
  )
  override SERAP_PAGES_URL = '';
}
