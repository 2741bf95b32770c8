import 'reflect-metadata';
import { runServiceCommand } from '#platform/boot/service-command.js';
import { appModule } from './app.module.js';
import { DashboardConfig } from './config.js';
import { database } from './persistence/data-source.js';
import { runRebuild } from './persistence/rebuild.js';

await runServiceCommand({
  name: 'operations-dashboard',
  config: DashboardConfig,
  database,
  module: appModule,
  commands: { rebuild: runRebuild },
});
