import 'reflect-metadata';
import { runServiceCommand } from '#platform/boot/service-command.js';
import { appModule } from './app.module.js';
import { RoutingConfig } from './config.js';
import { database } from './persistence/data-source.js';

await runServiceCommand({ name: 'order-routing', config: RoutingConfig, database, module: appModule });
