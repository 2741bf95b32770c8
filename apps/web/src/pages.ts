import type { ComponentType } from 'preact';
import { LiveOperationsPage } from './operations/live-page.js';
import { lazy } from './parts/lazy.js';
import type { PageProps } from './page-props.js';
import type { Words } from './words/id.js';

export interface PageRoute {
  readonly path: string;
  readonly name: keyof Words['pages'];
  /** Roles whose daily work it is; they land here when they sign in, the first that fits. */
  readonly roles: readonly string[];
  readonly Page: ComponentType<PageProps>;
}

/** Every page at its address. PagesController serves the same shell for each of them. */
export const PAGES: readonly PageRoute[] = [
  { path: '/', name: 'operations', roles: ['operations', 'platform'], Page: LiveOperationsPage },
  {
    path: '/mitra',
    name: 'intake',
    roles: ['partner-intake'],
    Page: lazy(async () => (await import('./intake/page.js')).IntakePage),
  },
  {
    path: '/kerja-sama',
    name: 'agreements',
    roles: ['agreement-officer', 'partner-intake'],
    Page: lazy(async () => (await import('./agreements/page.js')).AgreementsPage),
  },
  {
    path: '/registri',
    name: 'registry',
    roles: ['registry-officer', 'cooperative'],
    Page: lazy(async () => (await import('./registry/page.js')).RegistryPage),
  },
  {
    path: '/pesanan',
    name: 'orders',
    roles: ['partner-intake', 'registry-officer', 'operations', 'platform'],
    Page: lazy(async () => (await import('./orders/page.js')).OrdersPage),
  },
];

export function pageAt(path: string): PageRoute | undefined {
  return PAGES.find((page) => page.path === path);
}
