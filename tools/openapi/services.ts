import type { Type } from '@nestjs/common';
import { appModule as dashboard } from '../../apps/operations-dashboard/src/app.module.js';
import { DashboardConfig } from '../../apps/operations-dashboard/src/config.js';
import { appModule as routing } from '../../apps/order-routing/src/app.module.js';
import { RoutingConfig } from '../../apps/order-routing/src/config.js';
import { appModule as agreements } from '../../apps/partnership-agreements/src/app.module.js';
import { AgreementsConfig } from '../../apps/partnership-agreements/src/config.js';
import { appModule as registry } from '../../apps/producer-registry/src/app.module.js';
import { RegistryConfig } from '../../apps/producer-registry/src/config.js';
import { SERVICES, type ServiceName } from '#contracts/topics.js';
import { documentOf, type OpenApi } from './document.js';
import { routesOf, type Route } from './routes.js';
import { readProgram, Source } from './source.js';

const MODULES: Record<ServiceName, () => Type> = {
  'producer-registry': () => registry(new RegistryConfig()),
  'partnership-agreements': () => agreements(new AgreementsConfig()),
  'order-routing': () => routing(new RoutingConfig()),
  'operations-dashboard': () => dashboard(new DashboardConfig()),
};

/** The routes of one service. */
export function routesOfService(name: ServiceName): Route[] {
  return routesOf(MODULES[name]());
}

/** The OpenAPI documents of all services, from the code as it is now. Takes some seconds: it reads every source file. */
export function documents(program = readProgram()): Map<ServiceName, OpenApi> {
  return new Map(
    SERVICES.map((name) => [
      name,
      documentOf(
        name,
        routesOfService(name),
        new Source(program, [`apps/${name}/`, 'libs/platform/', 'libs/files/', 'libs/kernel/']),
      ),
    ]),
  );
}
