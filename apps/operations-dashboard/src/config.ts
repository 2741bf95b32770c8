import { Type } from 'class-transformer';
import { IsEmail, IsInt, IsNotEmpty, IsUrl, Max, Min, ValidateIf } from 'class-validator';
import { ServiceConfig } from '#platform/runtime/config.js';
import { Secret } from '#platform/runtime/secret.js';

const LOCAL_TOO = { require_tld: false, require_protocol: true };
const sends = ({ SERAP_SMTP_URL }: DashboardConfig): boolean => SERAP_SMTP_URL !== '';

export class DashboardConfig extends ServiceConfig {
  /** Folder of the built pages (npm run build:web). */
  @IsNotEmpty() SERAP_PAGES_DIR = 'dist/web';
  /** Where notices are handed in, e.g. `smtps://user:password@mail.example.id:465`. Empty: none are sent. */
  @Secret() @ValidateIf(sends) @IsUrl({ ...LOCAL_TOO, protocols: ['smtp', 'smtps'] }) SERAP_SMTP_URL = '';
  /** Address that notices come from. */
  @ValidateIf(sends) @IsEmail({ require_tld: false }) SERAP_NOTICE_SENDER: string;
  /** Where the pages are, as the receivers of notices reach them. */
  @ValidateIf(sends) @IsUrl({ ...LOCAL_TOO, protocols: ['http', 'https'] }) SERAP_PAGES_URL: string;
  /** Minutes between two notices to one address, at least. */
  @Type(() => Number) @IsInt() @Min(1) @Max(10_080) SERAP_NOTICE_MINUTES = 240;
}
