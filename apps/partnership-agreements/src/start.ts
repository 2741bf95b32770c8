import 'reflect-metadata';
import { runServiceCommand } from '#platform/boot/service-command.js';
import { appModule } from './app.module.js';
import { AgreementsConfig } from './config.js';
import { database } from './persistence/data-source.js';

await runServiceCommand({ name: 'partnership-agreements', config: AgreementsConfig, database, module: appModule });
