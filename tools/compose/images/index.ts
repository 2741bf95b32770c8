import { addressOf, type Project } from '../project.js';
import { caddy } from './caddy.js';
import type { Image } from './image.js';
import { kafka } from './kafka.js';
import { keycloak } from './keycloak.js';
import { postgres } from './postgres.js';
import { ours } from './serap.js';

/**
 * What stands for the image of a service here.
 *
 * @throws Error for an image that nothing stands for
 */
export async function imageOf(project: Project, service: string): Promise<Image> {
  const tag = project.compose.services[service]?.image ?? '';
  const [name = ''] = tag.split(':');
  switch (name) {
    case 'serap':
    case 'serap-tools':
      return ours(project, tag);
    case 'postgres':
      return postgres(project);
    case 'apache/kafka':
      return kafka(project);
    case 'quay.io/keycloak/keycloak':
      return keycloak(project, addressOf(project, service));
    case 'caddy':
      return caddy();
    default:
      throw new Error(`${service} has the image ${tag}, and nothing here stands for it.`);
  }
}
