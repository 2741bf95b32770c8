import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { handedDown } from '../environment.js';
import { ROOT } from '../system/root.js';
import { readDockerfile, type Instruction, type Stage } from './dockerfile.js';
import { readIgnore } from './ignore.js';

export interface Image {
  /** Folder of the machine that stands for the image's working directory. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** What runs, before the command's own arguments. */
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly user: string;
}

/** What is built from: a checkout, and which of its Dockerfiles. */
export interface Source {
  readonly checkout: string;
  readonly dockerfile: string;
}

/** Files of a stage lie under `root` as they would lie in the container. */
interface Built {
  readonly root: string;
  readonly source: Source;
  workdir: string;
  readonly env: Record<string, string>;
  entrypoint: string[];
  command: string[];
  user: string;
}

/**
 * Makes the content of the image by the steps of the Dockerfile itself, without a container engine: COPY copies, RUN runs
 * on this machine. What the base image brings is this machine's.
 *
 * @param home an empty folder; every stage gets its own below it
 * @param args build arguments, e.g. `COMMIT`
 * @param source this checkout and its Dockerfile, unless said otherwise
 */
export async function assembleImage(
  home: string,
  args: Readonly<Record<string, string>> = {},
  source: Source = { checkout: ROOT, dockerfile: 'Dockerfile' },
): Promise<Image> {
  const stages = readDockerfile(await readFile(join(source.checkout, source.dockerfile), 'utf8'));
  const built = new Map<string, Built>();
  for (const [index, stage] of stages.entries()) {
    const root = join(home, stage.name === '' ? `stage-${String(index)}` : stage.name);
    built.set(stage.name, await build(stage, { root, source }, built, args));
  }
  const last = built.get(stages.at(-1)?.name ?? '');
  if (!last) throw new Error('The Dockerfile has no stage.');
  return { ...last, folder: join(last.root, last.workdir) };
}

async function build(
  stage: Stage,
  place: Pick<Built, 'root' | 'source'>,
  earlier: ReadonlyMap<string, Built>,
  args: Readonly<Record<string, string>>,
): Promise<Built> {
  const built: Built = { ...place, workdir: '/', env: {}, entrypoint: [], command: [], user: 'root' };
  for (const instruction of stage.instructions) await follow(instruction, built, earlier, args);
  return built;
}

async function follow(
  { name, rest }: Instruction,
  built: Built,
  earlier: ReadonlyMap<string, Built>,
  args: Readonly<Record<string, string>>,
): Promise<void> {
  switch (name) {
    case 'WORKDIR':
      built.workdir = rest;
      await mkdir(join(built.root, rest), { recursive: true });
      return;
    case 'COPY':
      return copy(rest, built, earlier);
    case 'RUN':
      run(rest, built);
      return;
    case 'ARG':
    case 'ENV': {
      const [variable = '', value = ''] = rest.split('=');
      built.env[variable] = (name === 'ARG' ? args[variable] : undefined) ?? value;
      return;
    }
    case 'USER':
      built.user = rest;
      return;
    case 'ENTRYPOINT':
      built.entrypoint = JSON.parse(rest) as string[];
      return;
    case 'CMD':
      built.command = JSON.parse(rest) as string[];
      return;
    case 'EXPOSE':
    case 'LABEL':
      return;
    default:
      throw new Error(`The Dockerfile has ${name}, which nobody has taught this to follow.`);
  }
}

function run(command: string, { root, workdir, env }: Built): void {
  const { status } = spawnSync('sh', ['-c', command], {
    cwd: join(root, workdir),
    stdio: ['ignore', 2, 2],
    env: { ...handedDown('PATH', 'HOME'), npm_config_prefer_offline: 'true', ...env },
  });
  if (status !== 0) throw new Error(`RUN ${command} ended with ${String(status)}.`);
}

async function copy(rest: string, built: Built, earlier: ReadonlyMap<string, Built>): Promise<void> {
  const [, from, paths = rest] = /^--from=(\S+)\s+(.*)$/.exec(rest) ?? [];
  const sources = paths.split(/\s+/);
  const target = join(built.root, built.workdir, sources.pop() ?? '');
  const source = from === undefined ? built.source.checkout : earlier.get(from)?.root;
  if (source === undefined) throw new Error(`COPY --from=${String(from)}: there is no such stage.`);
  const wanted = from === undefined ? await context(built.source) : () => true;
  for (const path of sources) {
    const whole = join(source, path);
    // A folder's content is copied, a file keeps its name in a folder.
    const to = (await stat(whole)).isDirectory() ? target : join(target, basename(whole));
    await mkdir(target, { recursive: true });
    await cp(whole, to, { recursive: true, verbatimSymlinks: true, filter: wanted });
  }
}

/** Whether a path of the checkout is part of what is built from. A folder is, while anything below it may be. */
async function context({ checkout, dockerfile }: Source): Promise<(path: string) => Promise<boolean>> {
  const own = join(checkout, `${dockerfile}.dockerignore`);
  const ignored = readIgnore(await readFile(existsSync(own) ? own : join(checkout, '.dockerignore'), 'utf8'));
  const within = async (path: string): Promise<boolean> => {
    const inside = relative(checkout, path).split(sep).join('/');
    if (inside === '') return true;
    if (!ignored(inside)) return true;
    if (inside === 'node_modules' || inside.startsWith('.') || !(await stat(path)).isDirectory()) return false;
    for (const name of await readdir(path)) if (await within(join(path, name))) return true;
    return false;
  };
  return within;
}

/** Bytes of all files below a folder. */
export async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}
