import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../system/root.js';
import { addressOf, type Project } from '../project.js';
import { workFolder, type Container } from './container.js';

/** What passes on each published port of a service, e.g. `127.0.0.1:8081:8080`: a process of its own. */
export function portsOf(project: Project, service: string): Container[] {
  return (project.compose.services[service]?.ports ?? []).map((line) => {
    const [inner = '', outer = '', host = '127.0.0.1'] = line.split(':').reverse();
    const work = workFolder(project, `${service}-port-${inner}`);
    mkdirSync(work, { recursive: true });
    const program = join(ROOT, 'dist', 'tools', 'compose', 'front', 'publish.js');
    return {
      service,
      work,
      pidFile: join(work, 'pid'),
      logFile: join(work, 'log'),
      launch: [process.execPath, program, host, outer, addressOf(project, service), inner],
      launchEnv: {},
      env: {},
      workdir: '/',
      stopSignal: 'SIGTERM',
      graceMs: 1_000,
    };
  });
}
