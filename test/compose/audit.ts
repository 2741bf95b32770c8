import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, hostsFor, type Project } from '../../tools/compose/project.js';
import { ROOT } from '../../tools/system/root.js';
import type { SystemAddresses } from '../../tools/system/system.js';

/** Runs `npm run verify`'s program on the system, by the names that its Kafka gives itself. @returns what is broken */
export function auditOf(project: Project): string[] {
  const hosts = join(project.home, 'hosts');
  writeFileSync(hosts, hostsFor(project, 'kafka'));
  const password = encodeURIComponent(project.env['POSTGRES_PASSWORD'] ?? '');
  const database = (name: string): string =>
    `postgresql://serap:${password}@${addressOf(project, 'postgres')}:5432/serap_${name}`;
  const addresses: SystemAddresses = {
    databases: {
      'producer-registry': database('registry'),
      'partnership-agreements': database('agreements'),
      'order-routing': database('routing'),
      'operations-dashboard': database('operations'),
    },
    log: { kind: 'kafka', brokers: ['kafka:9092'] },
  };
  const script = 'mount --bind "$1" /etc/hosts && exec "$2" "$3" --wait';
  const program = join(ROOT, 'dist', 'tools', 'verify', 'main.js');
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['--mount', 'sh', '-c', script, 'sh', hosts, process.execPath, program],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], SERAP_ADDRESSES: JSON.stringify(addresses) } },
  );
  const broken = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('holds'));
  return status === 0 ? broken : [...broken, stderr.slice(-2_000)];
}
