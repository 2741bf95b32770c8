import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HEAD = '// Made of the files beside it by `npm run describe`: a migration is named by its file and class alone.';

/** The list of a service's own migrations, for its data source. */
export interface MigrationList {
  /** Below the root. */
  readonly file: string;
  readonly text: string;
}

/** @param root of the checkout; every service that has migrations has one list */
export function migrationLists(root: string): MigrationList[] {
  return readdirSync(join(root, 'apps'))
    .map((app) => `apps/${app}/src/persistence/migrations`)
    .flatMap((folder) => {
      const files = filesOf(join(root, folder));
      return files.length === 0 ? [] : [{ file: `${folder}/list.ts`, text: listOf(join(root, folder), files) }];
    });
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{4}-.*\.ts$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

function listOf(folder: string, files: readonly string[]): string {
  const migrations = files.map((file) => ({ file, name: classOf(join(folder, file)) }));
  return [
    HEAD,
    ...migrations.map(({ file, name }) => `import { ${name} } from './${file.replace(/\.ts$/, '.js')}';`),
    '',
    `export const MIGRATIONS = [\n${migrations.map(({ name }) => `  ${name},\n`).join('')}];`,
    '',
  ].join('\n');
}

function classOf(file: string): string {
  const [, name] = /^export class (\w+\d{13}) /m.exec(readFileSync(file, 'utf8')) ?? [];
  if (name === undefined) throw new Error(`${file} has no class whose name ends in its time.`);
  return name;
}
