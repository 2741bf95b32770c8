import 'reflect-metadata';
import { boot, runMigrations } from '#platform/runtime/boot.js';
import { readConfig } from '#platform/runtime/config.js';
import { appModule } from './app.module.js';
import { RoutingConfig } from './config.js';
import { database } from './persistence/data-source.js';

const config = readConfig(RoutingConfig, process.env);
if (process.argv[2] === 'migrate') await runMigrations(config, database);
else await boot(appModule(config), config);
