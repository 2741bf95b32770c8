import { randomBytes } from 'node:crypto';
import { startService, type TestService } from '#platform/testing/service.js';
import { appModule } from '../src/app.module.js';
import { RegistryConfig } from '../src/config.js';
import { database } from '../src/persistence/data-source.js';

export { ndjson } from '#platform/testing/service.js';
export type Registry = TestService;

/** The registry at 09:00 WIB of 4 March 2019, called by an officer of Banyumas. */
export function startRegistry(): Promise<Registry> {
  return startService({
    configType: RegistryConfig,
    env: { SERAP_PERSONAL_DATA_KEY: randomBytes(32).toString('hex'), SERAP_DUE_POLL_MS: '50' },
    module: appModule,
    database,
    prefix: '/api/registry',
    caller: { role: 'registry-officer', region: '33.02' },
    now: '2019-03-04T02:00:00Z',
  });
}
