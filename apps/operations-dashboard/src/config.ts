import { IsNotEmpty } from 'class-validator';
import { ServiceConfig } from '#platform/runtime/config.js';

export class DashboardConfig extends ServiceConfig {
  /** Folder of the built pages (npm run build:web). */
  @IsNotEmpty() SERAP_PAGES_DIR = 'dist/web';
}
