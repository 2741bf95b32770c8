#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { build } from './commands/build.js';
import { runOnce } from './commands/run-once.js';
import { logs, ps } from './commands/show.js';
import { stopServices } from './commands/stop.js';
import { up } from './commands/up.js';
import { containerOf } from './containers/container.js';
import { inside } from './containers/run.js';
import { openProject, type Project } from './project.js';
import { standing } from './start-order.js';

/**
 * Stands for `docker` where there is no container engine: what docker-compose.yml of the working folder says is run as
 * processes of this machine. It knows the words that docs/operations.md uses, and refuses every other one.
 *
 * SERAP_COMPOSE_HOME: folder for images, volumes and logs.
 */
type Command = (project: Project, words: readonly string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  build: async (project, words) => {
    const services = wordsOf(words);
    await build(project, services.length > 0 ? services : standing(project.compose), 'all');
    return 0;
  },
  up: async (project, words) => {
    await up(project, wordsOf(words, ['detach', 'wait']));
    return 0;
  },
  start: async (project, words) => {
    await up(project, wordsOf(words));
    return 0;
  },
  stop: async (project, words) => {
    await stopServices(project, wordsOf(words));
    return 0;
  },
  ps: async (project, words) => {
    wordsOf(words);
    process.stdout.write(await ps(project));
    return 0;
  },
  logs: async (project, words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { tail: { type: 'string' } },
      allowPositionals: true,
    });
    const tail = values.tail === undefined ? undefined : Number(values.tail);
    for (const service of positionals) process.stdout.write(await logs(project, service, tail));
    return 0;
  },
  exec: async (project, [flag = '', service = '', ...command]) => {
    if (flag !== '--no-TTY') throw new Error('exec is known with --no-TTY first.');
    return inside(await containerOf(project, service), command).status ?? 1;
  },
  run: async (project, [flag = '', service = '', ...command]) => {
    if (flag !== '--rm') throw new Error('run is known with --rm first.');
    return runOnce(project, service, command);
  },
};

function wordsOf(words: readonly string[], flags: readonly string[] = []): string[] {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }]));
  return parseArgs({ args: [...words], options, allowPositionals: true }).positionals;
}

async function main([first, name = '', ...words]: readonly string[]): Promise<number> {
  const command = first === 'compose' && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new Error(`"docker ${[first, name, ...words].join(' ')}" is not known here.`);
  const home = process.env['SERAP_COMPOSE_HOME'];
  if (home === undefined) throw new Error('SERAP_COMPOSE_HOME names no folder.');
  return command(openProject(process.cwd(), home, process.env), words);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
