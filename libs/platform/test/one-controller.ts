import { Module, type Provider, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { Relay } from '#platform/database/relay.js';
import { createApp } from '#platform/http/create-app.js';
import { EVENT_LOG, type EventLog } from '#event-log/log/event-log.js';
import { ServiceConfig } from '#platform/context/config.js';
import { PlatformModule } from '#platform/boot/platform.module.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { TEST_KEY } from '#platform/testing/service.js';
import { testIssuer, type TestIssuer } from '#platform/testing/tokens.js';

export interface OneController {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly issuer: TestIssuer;
  stop(): Promise<void>;
}

/** A service of one controller, with everything that the platform puts around it; listens on loopback. */
export async function serveOne(
  controller: Type,
  settings: Partial<ServiceConfig> = {},
  providers: Provider[] = [],
): Promise<OneController> {
  const [issuer, database] = await Promise.all([testIssuer(), testDatabase()]);
  const config = Object.assign(new ServiceConfig(), {
    SERAP_DATABASE_URL: database.url,
    SERAP_LOG_URL: database.url,
    SERAP_TOKEN_ISSUER: issuer.issuer,
    SERAP_TOKEN_KEYS_URL: issuer.keysUrl,
    SERAP_PERSONAL_DATA_KEY: TEST_KEY,
    ...settings,
  });
  const platform = PlatformModule.forService({
    name: 'test',
    config,
    database: { migrations: [] },
    consumes: [],
    path: 'api/test',
  });
  @Module({ imports: [platform], controllers: [controller], providers })
  class AppModule {}
  const app = await createApp(AppModule);
  app.useLogger(false);
  await app.listen(0, '127.0.0.1');
  return {
    app,
    url: await app.getUrl(),
    issuer,
    stop: async () => {
      await app.close();
      await app.get(Relay).close();
      await app.get<EventLog>(EVENT_LOG).close();
      await app.get(DataSource).destroy();
      await issuer.close();
      await database.drop();
    },
  };
}
