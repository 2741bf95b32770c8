import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { testDatabase } from '#platform/testing/postgres.js';

interface Line {
  readonly level: number;
  readonly service: string;
  readonly context: string;
  readonly msg: string;
}

/** A command of order-routing, as a process of its own. */
function command(args: readonly string[], env: Record<string, string>, service = 'order-routing') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`dist/apps/${service}/src/main.js`, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    encoding: 'utf8',
  });
  const lines = stdout
    .trim()
    .split('\n')
    .filter((line) => line !== '');
  return { code: status, stderr, lines: lines.map((line) => JSON.parse(line) as Line) };
}

describe('a wrong environment', () => {
  it('is told in the log, a line a setting, and without a stack', () => {
    const { code, stderr, lines } = command([], { SERAP_PORT: 'ninety', SERAP_LOG: 'kafka', SERAP_DATABASE_URL: 'x' });
    expect([code, stderr]).toEqual([1, '']);
    for (const line of lines) {
      expect(line).toMatchObject({ service: 'order-routing', level: 50, context: 'Configuration' });
    }
    expect(lines.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining([
        'SERAP_PORT: whole number from 0 to 65,535',
        'SERAP_KAFKA_BROKERS: missing; text',
        expect.stringMatching(/^SERAP_DATABASE_URL: A database address has the form postgresql:/),
      ]),
    );
  });

  it('has a warning for each variable that is no setting, with the one that may be meant', () => {
    const env = { SERAP_DATABSE_URL: 'x', SERAP_PORT_FILE: 'x', SERAP_SMTP_URL_FILE: 'x', SERAP_SIGN_IN_CLIENT: 'x' };
    const warned = command([], { ...env, SERAP_X_SERVICE_HOST: '10.0.0.1' }).lines.filter(({ level }) => level === 40);
    expect(warned.map(({ msg }) => msg)).toEqual([
      'SERAP_DATABSE_URL is no setting, and does nothing; the nearest one is SERAP_DATABASE_URL',
      'SERAP_PORT_FILE is no setting, and does nothing; SERAP_PORT does not come from a file',
    ]);
  });
});

describe('a command', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let env: Record<string, string>;
  beforeAll(async () => {
    database = await testDatabase();
    env = { SERAP_DATABASE_URL: database.url, SERAP_LOG_URL: database.url };
    expect(command(['migrate'], env, 'producer-registry')).toMatchObject({ code: 0 });
  });
  afterAll(() => database.drop());

  const rows = async (sql: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    return client
      .query(sql)
      .then(({ rows: found }) => found as unknown[])
      .finally(() => client.end());
  };

  it.each([[['--help']], [['new-logs']], [['new-log', '--help']], [['topics', 'now']], [['migrate', '--dry-run']]])(
    'that nobody knows, or with arguments, runs nothing and says which there are: %j',
    async (args) => {
      const { code, stderr, lines } = command(args, env, 'producer-registry');
      expect([code, stderr, lines.length]).toEqual([1, '', 1]);
      expect(lines[0]?.msg).toMatch(
        /nothing was done\. main\.js alone runs .* migrate, topics, acls, new-log, without arguments/,
      );
      expect(await rows(`SELECT to_regclass('log_partition') AS made`)).toEqual([{ made: null }]);
    },
  );

  it('acls has nothing to do where there are no brokers', () => {
    const { code, lines } = command(['acls'], env);
    expect(code).toBe(1);
    expect(lines.at(-1)?.msg).toMatch(/only where SERAP_LOG is kafka/);
  });

  it('new-log refuses the database of another service, and one without tables', async () => {
    await rows(`INSERT INTO checkpoint (group_name, topic, partition, next_offset) VALUES ('g', 't', 0, 1)`);
    const other = command(['new-log'], env);
    expect([other.code, other.stderr]).toEqual([1, '']);
    expect(other.lines[0]?.msg).toMatch(
      /another service's, not that of order-routing: change SERAP_MIGRATION_DATABASE_URL/,
    );
    expect(await rows('SELECT 1 FROM checkpoint')).toHaveLength(1);
    const empty = await testDatabase();
    const { code, lines } = command(['new-log'], { SERAP_DATABASE_URL: empty.url });
    await empty.drop();
    expect([code, lines[0]?.msg]).toEqual([1, expect.stringContaining('has nothing of order-routing: run "migrate"')]);
  });

  it('new-log and topics say what they have done', () => {
    const { code, lines } = command(['new-log'], env, 'producer-registry');
    expect([code, lines.at(-1)?.msg]).toEqual([
      0,
      expect.stringMatching(/^\d+ events are told again at the next start/),
    ]);
    const topics = command(['topics'], env, 'producer-registry');
    expect([topics.code, topics.lines.at(-1)?.msg]).toEqual([0, expect.stringMatching(/^the \d+ topics .* are there/)]);
  });
});
