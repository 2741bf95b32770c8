import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureKeycloak, KEYCLOAK_FOLDER } from '../../keycloak/distribution.js';
import { giveAway } from '../give-away.js';
import type { Project } from '../project.js';
import { PLAIN, type Image } from './image.js';

const PARTS = ['lib', 'providers', 'conf'];

/** Keycloak's distribution where its image has it; like there, what its start builds goes into its own folders. */
export async function keycloak(project: Project, address: string): Promise<Image> {
  const folder = join(project.home, 'images', 'keycloak');
  if (!existsSync(folder)) {
    const cached = await ensureKeycloak();
    for (const part of PARTS) cpSync(join(cached, part), join(folder, part), { recursive: true });
    cpSync(join(cached, KEYCLOAK_FOLDER, 'bin'), join(folder, 'bin'), { recursive: true });
    mkdirSync(join(folder, 'data', 'import'), { recursive: true });
    giveAway(folder);
  }
  return {
    ...PLAIN,
    mounts: [{ kind: 'bind', source: folder, target: '/opt/keycloak' }],
    env: {
      ...PLAIN.env,
      KC_HTTP_HOST: address,
      KC_HTTP_MANAGEMENT_HOST: address,
      KC_CACHE_EMBEDDED_NETWORK_BIND_ADDRESS: address,
      JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx512m -XX:TieredStopAtLevel=1',
    },
    entrypoint: ['/opt/keycloak/bin/kc.sh'],
  };
}
