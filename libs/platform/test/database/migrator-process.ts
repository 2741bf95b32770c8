import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The compiled migrator in a process of its own, building an index of the table `thing`: to be killed. */
export function migratorProcess(url: string): ChildProcess {
  const compiled = (file: string): string =>
    JSON.stringify(pathToFileURL(resolve(`dist/libs/platform/src/database/${file}.js`)).href);
  const program = `
    import { migrate } from ${compiled('migrate')};
    import { buildIndex } from ${compiled('build-index')};
    class Things { name = 'Things1764000000001'; async up() {} async down() {} }
    class Index {
      name = 'Index1764000000002';
      transaction = false;
      up(runner) { return buildIndex(runner, { name: 'thing_n', on: 'thing (n)' }); }
      async down() {}
    }
    await migrate({ url: process.env.DATABASE, migrations: [Things, Index] });`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { PATH: process.env['PATH'] ?? '', DATABASE: url },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
