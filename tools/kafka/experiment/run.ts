import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { toBinary } from '#contracts/cloud-events.js';
import { uuidv7 } from '#kernel/uuid.js';
import { createDataSource } from '#platform/database/database.js';
import { PLATFORM_SCHEMA } from '#platform/database/platform-schema.js';
import { createEventLog } from '#event-log/create-event-log.js';
import type { EventLog, LogRecord } from '#event-log/log/event-log.js';
import { KEPT_EVENTS } from '#platform/consuming/kept-events.migration.js';
import { MESSAGING_SCHEMA } from '#platform/consuming/schema.js';
import { STANDSTILL } from '#platform/consuming/standstill.migration.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { kafkaToolFolder } from '../jars.js';

const EVENTS = 10_000;
const KEYS = 40;
const SESSION_MS = 6_000;
const STOPPED_MS = 9_000;
/** 100 events each time: publishing goes on for some seconds after the member has been resumed. */
const PUBLISH_EVERY_MS = 200;
const TOPIC = 'serap.experiment.v1';

export interface Figures {
  readonly events: number;
  /** Records in the log; more than events if the producer had doubled one. */
  readonly inLog: number;
  readonly effects: number;
  readonly missing: number;
  readonly doubled: number;
  /** Subjects whose versions did not come in order. */
  readonly reordered: number;
  /** Last events that were read again when a partition was assigned. */
  readonly reRead: number;
  readonly stops: number;
  readonly byMember: Record<string, number>;
  /** What a member reported when the other one had moved its checkpoint, or its transaction had been ended. */
  readonly conflicts: string[];
  readonly seconds: number;
}

interface Report {
  member: string;
  what: string;
  error?: string;
}

/**
 * @param bootstrap a Kafka broker
 * @returns what was seen; needs the compiled members (npm run build) and SERAP_TEST_POSTGRES
 */
export async function runExperiment(bootstrap: string): Promise<Figures> {
  const { url, drop } = await testDatabase();
  const database = await createDataSource({ url, migrations: [] }).initialize();
  await database.query(`${PLATFORM_SCHEMA} ${MESSAGING_SCHEMA} ${STANDSTILL} ${KEPT_EVENTS}`);
  await database.query(
    'CREATE TABLE effect (at int GENERATED ALWAYS AS IDENTITY, member text, subject text, version int)',
  );
  const log = await createEventLog({ kind: 'kafka', brokers: [bootstrap], clientId: 'experiment', partitions: 4 });
  const reports: Report[] = [];
  const members: ChildProcess[] = [];
  try {
    await log.createTopics([TOPIC]);
    const started = Date.now();
    for (const name of ['one', 'two']) members.push(startMember(name, bootstrap, url, reports));
    const published = publishAll(log);
    await until(database, 1_000);
    members[0]?.kill('SIGSTOP');
    await sleep(STOPPED_MS);
    members[0]?.kill('SIGCONT');
    await published;
    await until(database, EVENTS);
    const seconds = (Date.now() - started) / 1_000;
    // Long enough for a doubled effect of the resumed member to show.
    await sleep(3_000);
    const ends = [...(await log.endOffsets(TOPIC)).values()];
    const inLog = Number(ends.reduce((sum, end) => sum + end));
    return { inLog, ...(await count(database)), ...told(reports), seconds };
  } finally {
    await Promise.all(members.map((member) => end(member)));
    await log.close();
    await database.destroy();
    await drop();
  }
}

function startMember(name: string, bootstrap: string, url: string, reports: Report[]): ChildProcess {
  const script = join(kafkaToolFolder(), '..', '..', 'dist', 'tools', 'kafka', 'experiment', 'member.js');
  const member = spawn(process.execPath, [script, name, bootstrap, url, TOPIC, String(SESSION_MS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: member.stdout }).on('line', (line) => reports.push(JSON.parse(line) as Report));
  return member;
}

async function end(member: ChildProcess): Promise<void> {
  if (member.exitCode !== null) return;
  member.kill('SIGCONT');
  member.kill('SIGTERM');
  await once(member, 'exit');
}

async function publishAll(log: EventLog): Promise<void> {
  for (let from = 0; from < EVENTS; from += 100) {
    await log.publish(Array.from({ length: 100 }, (_, i) => event(from + i)));
    await sleep(PUBLISH_EVERY_MS);
  }
}

function event(n: number): LogRecord {
  const id = uuidv7();
  const key = `key ${String(n % KEYS)}`;
  const binary = toBinary({
    id,
    source: '/serap/experiment',
    type: 'serap.clock.advanced.v1',
    subject: key,
    sequence: Math.floor(n / KEYS) + 1,
    time: new Date().toISOString(),
    key,
    correlationId: 'experiment',
    principal: 'system',
    data: { offsetMs: n },
  });
  return { topic: TOPIC, key, eventId: id, ...binary };
}

async function until(database: DataSource, effects: number): Promise<void> {
  const limit = Date.now() + 120_000;
  for (;;) {
    const [row]: { n: number }[] = await database.query(
      'SELECT count(DISTINCT (subject, version))::int AS n FROM effect',
    );
    if ((row?.n ?? 0) >= effects) return;
    if (Date.now() > limit) throw new Error(`only ${String(row?.n)} effects after two minutes`);
    await sleep(100);
  }
}

async function count(database: DataSource) {
  const [all]: { effects: number; apart: number }[] = await database.query(
    'SELECT count(*)::int AS effects, count(DISTINCT (subject, version))::int AS apart FROM effect',
  );
  const reordered: unknown[] = await database.query(
    `SELECT DISTINCT subject FROM (SELECT subject, version, lag(version, 1, 0) OVER (PARTITION BY subject ORDER BY at) AS before
     FROM effect) AS e WHERE version <> before + 1`,
  );
  const members: { member: string; n: number }[] = await database.query(
    'SELECT member, count(*)::int AS n FROM effect GROUP BY member',
  );
  const { effects = 0, apart = 0 } = all ?? {};
  return {
    events: EVENTS,
    effects,
    missing: EVENTS - apart,
    doubled: effects - apart,
    reordered: reordered.length,
    byMember: Object.fromEntries(members.map(({ member, n }) => [member, n])),
  };
}

function told(reports: readonly Report[]) {
  const conflicts = reports
    .filter(({ what }) => what === 'waiting')
    .map(({ member, error }) => `${member}: ${error ?? ''}`);
  return {
    reRead: reports.filter(({ what }) => what === 're-read').length,
    stops: reports.filter(({ what }) => what === 'stopped').length,
    conflicts,
  };
}
