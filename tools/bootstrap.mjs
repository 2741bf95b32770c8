/**
 * Entry of every command: brings node_modules and dist up to date, then runs `dist/tools/<name>/main.js` in this process.
 * Plain JavaScript without dependencies, because on a fresh clone there is nothing else.
 * Progress goes to standard error, so that a command's own output can be piped.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './installed.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Serap needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(2);
}

function run(what, command, args) {
  process.stderr.write(`${what} …\n`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(error ? error.message : `${what} failed (exit code ${status}).`);
    process.exit(1);
  }
}

/** Runs `work` unless the stamp says that it was done for the same input. */
function once(stamp, fingerprint, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

/** Name, size and time of every source file: what a build depends on. */
function sources(folders) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const folder of folders) visit(join(root, folder));
  return hash.digest('hex');
}

if (!isInstalled(root)) {
  // The build and the embedded run need the development packages, also where NODE_ENV says production.
  run('Installing packages (once)', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
}
once(
  join(root, 'dist', '.built'),
  sources(['apps', 'docs/api', 'libs', 'tools', 'package.json', 'tsconfig.json', 'tsconfig.build.json']),
  () => {
    run('Reading the documents', process.execPath, [join(root, 'tools', 'clients.mjs')]);
    run('Building', process.execPath, [
      join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
      '-p',
      'tsconfig.build.json',
    ]);
    run('Building the pages', process.execPath, [
      join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
      'build',
      'apps/web',
      '--logLevel',
      'warn',
    ]);
  },
);

const name = process.argv[2] ?? '';
process.argv.splice(2, 1);
const entry = name.endsWith('.js') ? name : `${name}/main.js`;
await import(new URL(`../dist/tools/${entry}`, import.meta.url).href);
