import 'reflect-metadata';
import { boot, runMigrations } from '#platform/runtime/boot.js';
import { readConfig } from '#platform/runtime/config.js';
import { appModule } from './app.module.js';
import { DashboardConfig } from './config.js';
import { database } from './persistence/data-source.js';
import { runRebuild } from './persistence/rebuild.js';

const config = readConfig(DashboardConfig, process.env);
if (process.argv[2] === 'migrate') await runMigrations(config, database);
else if (process.argv[2] === 'rebuild') await runRebuild(config);
else await boot(appModule(config), config);
