import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asked } from '../tools/configuration/env-example.js';
import { readCompose } from '../tools/compose/compose-file.js';

const DATABASES = ['keycloak', 'serap_agreements', 'serap_operations', 'serap_registry', 'serap_routing'];
const OLD = '2026-01-01T020000Z';

/** Stand in for PostgreSQL's own: `broken` in a name or in a dump is what they cannot do anything with. */
const FAKES = {
  pg_dump: `for last; do :; done
file=$(printf '%s\\n' "$@" | sed -n 's/^--file=//p')
echo "a dump" > "$file"
if [ "$last" = "$BROKEN" ]; then echo "pg_dump: no" >&2; exit 1; fi`,
  pg_restore: `for last; do :; done
echo "pg_restore $*" >> "$CALLS"
! grep -q broken "$last"`,
  psql: `echo "psql $*" >> "$CALLS"`,
  // The second night never comes.
  sleep: `test ! -e "$CALLS.slept" && touch "$CALLS.slept"`,
};

let folder = '';
const within = (name: string): string => join(folder, name);
const backups = (): string[] => readdirSync(within('backups')).sort();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serap-backup-'));
  for (const one of ['backups', 'bin']) mkdirSync(within(one));
  for (const [name, text] of Object.entries(FAKES)) {
    writeFileSync(within(`bin/${name}`), `#!/bin/bash\n${text}\n`, { mode: 0o755 });
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a script of docker-compose.yml, with a folder of this test for `/backups`. */
function run(script: 'backup' | 'restore', argument: string[], broken = ''): { code: number | null; said: string } {
  const given = asked(readFileSync('docker-compose.yml', 'utf8')).map(({ name }) => [name, '14'] as const);
  const text = readCompose(Object.fromEntries(given)).configs[script]?.content ?? 'exit 99';
  writeFileSync(within('script.sh'), text.replaceAll('/backups', within('backups')));
  const env = {
    PATH: `${within('bin')}:${process.env['PATH'] ?? ''}`,
    KEEP_DAYS: '14',
    BROKEN: broken,
    CALLS: within('calls'),
  };
  const { status, stdout, stderr } = spawnSync('bash', [within('script.sh'), ...argument], { env, encoding: 'utf8' });
  return { code: status, said: stdout + stderr };
}

function makeBackup(name: string, dumps: Readonly<Record<string, string>>): void {
  mkdirSync(within(`backups/${name}`));
  for (const [database, text] of Object.entries(dumps)) writeFileSync(within(`backups/${name}/${database}.dump`), text);
}

const whole = (): Record<string, string> => Object.fromEntries(DATABASES.map((name) => [name, 'a dump']));

describe('backup', () => {
  beforeEach(() => {
    makeBackup(OLD, whole());
    utimesSync(within(`backups/${OLD}`), 0, 0);
  });

  it.each(DATABASES)('keeps nothing half and prunes nothing when %s cannot be dumped', (database) => {
    const { code, said } = run('backup', ['now'], database);
    expect(backups()).toEqual([OLD]);
    expect(code).not.toBe(0);
    expect(said).toContain(`the backup failed: ${database} could not be dumped`);
    expect(said).not.toContain('is complete');
  });

  it('does so at night too, says it, and waits for the next night', () => {
    const { said } = run('backup', ['nightly'], 'serap_routing');
    expect(backups()).toEqual([OLD]);
    expect(said).toMatch(/serap_routing could not be dumped[^]*the next one is tried tomorrow/);
    expect(said).not.toContain('is complete');
  });

  it.each(['now', 'nightly'])('has all five dumps under a name without .part, and prunes what is old: %s', (when) => {
    const { said } = run('backup', [when]);
    const [name = ''] = backups();
    expect(backups()).toEqual([expect.stringMatching(/^20[\d-]+T\d{6}Z$/)]);
    expect(readdirSync(within(`backups/${name}`)).sort()).toEqual(DATABASES.map((one) => `${one}.dump`));
    expect(said).toContain(`backup ${name} is complete`);
  });
});

describe('restore', () => {
  const calls = (): string => (existsSync(within('calls')) ? readFileSync(within('calls'), 'utf8') : '');
  const refused = (argument: string[], words: string): void => {
    const { code, said } = run('restore', argument);
    expect([code, said]).toEqual([1, expect.stringContaining(words)]);
    expect(calls()).not.toContain('DROP');
  };

  it('restores the five databases of a whole backup', () => {
    makeBackup(OLD, whole());
    expect(run('restore', [OLD])).toMatchObject({ code: 0 });
    for (const name of DATABASES) expect(calls()).toContain(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    expect(calls().match(/pg_restore .*--create/g)).toHaveLength(5);
  });

  it('drops nothing for a backup that there is not, or that was never finished', () => {
    makeBackup(`${OLD}.part`, whole());
    refused([], 'say which backup');
    refused(['2026-01-02T020000Z'], 'there is no backup 2026-01-02T020000Z');
    refused([`${OLD}.part`], 'was never finished');
  });

  it.each(DATABASES)('drops nothing when the dump of %s is missing, or cannot be read', (database) => {
    makeBackup(OLD, { ...whole(), [database]: 'broken' });
    refused([OLD], `${database}.dump of backup ${OLD} cannot be read`);
    rmSync(within(`backups/${OLD}/${database}.dump`));
    refused([OLD], `backup ${OLD} has no ${database}.dump`);
  });

  it('is shown in the guide with a backup that is finished', () => {
    makeBackup(OLD, whole());
    makeBackup('2026-01-02T020000Z.part', whole());
    const [line = 'false'] = /^BACKUP=.*$/m.exec(readFileSync('docs/operations.md', 'utf8')) ?? [];
    const { stdout } = spawnSync('bash', ['-c', `${line}\nprintf %s "$BACKUP"`], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe(OLD);
  });
});
