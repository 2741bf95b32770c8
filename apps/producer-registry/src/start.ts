import 'reflect-metadata';
import { runServiceCommand } from '#platform/boot/service-command.js';
import { appModule } from './app.module.js';
import { RegistryConfig } from './config.js';
import { database } from './persistence/data-source.js';

await runServiceCommand({ name: 'producer-registry', config: RegistryConfig, database, module: appModule });
