import { buildOurs, isBuilt } from '../images/serap.js';
import type { Project } from '../project.js';

/** Builds the images that the file says how to build; of `missing`, those that are not there yet. */
export async function build(project: Project, wanted: readonly string[], which: 'all' | 'missing'): Promise<void> {
  const tags = new Set(wanted.map((name) => project.compose.services[name]?.image ?? ''));
  for (const service of Object.values(project.compose.services)) {
    const tag = service.image ?? '';
    if (!service.build || !tags.has(tag)) continue;
    if (which === 'missing' && isBuilt(project, tag)) continue;
    await buildOurs(project, service);
  }
}
