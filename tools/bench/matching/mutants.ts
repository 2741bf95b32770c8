import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { MUTANTS, type Mutant } from './mutant-list.js';

/**
 * Plants each bug of mutant-list.ts in a copy of the engine and sees whether the checks catch it; one JSON line each.
 * Exit code 1 when one survives, or when the engine as it is does not pass. A checker that never failed proves nothing.
 */
const root = findRoot(dirname(fileURLToPath(import.meta.url)));
const work = join(root, 'dist', 'matching-mutants');
const LIMIT_MS = 30_000;

function findRoot(from: string): string {
  return readdirSync(from).includes('package-lock.json') ? from : findRoot(dirname(from));
}

/** Compiles the engine and its test helpers, with one file changed, into `target`; types are not checked. */
function build(target: string, mutant: Mutant | null): void {
  if (mutant && !existsSync(join(root, 'libs', 'matching', 'src', mutant.file))) {
    throw new Error(`${mutant.name}: there is no ${mutant.file}`);
  }
  for (const folder of ['src', 'test']) {
    const from = join(root, 'libs', 'matching', folder);
    for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts') || path.endsWith('.spec.ts')) continue;
      let source = readFileSync(join(from, path), 'utf8');
      if (folder === 'src' && path === mutant?.file) {
        if (source.split(mutant.find).length !== 2) throw new Error(`${mutant.file}: "${mutant.find}" must occur once`);
        source = source.replace(mutant.find, () => mutant.replace);
      }
      const { outputText } = ts.transpileModule(source, {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      });
      const out = join(target, folder, path.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(out), { recursive: true });
      writeFileSync(out, outputText);
    }
  }
}

function check(target: string): { caught: boolean; by: string } {
  const script = fileURLToPath(new URL('./mutant-check.js', import.meta.url));
  const run = spawnSync(process.execPath, [script, target], { encoding: 'utf8', timeout: LIMIT_MS });
  if (run.error !== undefined) return { caught: true, by: 'it hangs' };
  if (run.status === 0) return { caught: false, by: '' };
  const crash = run.stderr.split('\n').find((line) => line.includes('Error')) ?? '';
  return { caught: true, by: run.stdout.trim() === '' ? crash.trim() : run.stdout.trim() };
}

rmSync(work, { recursive: true, force: true });
const sound = join(work, 'sound');
build(sound, null);
const healthy = check(sound);
let survivors = healthy.caught ? 1 : 0;
process.stdout.write(
  `${JSON.stringify({ mutant: 'none: the engine as it is', caught: healthy.caught, by: healthy.by })}\n`,
);
MUTANTS.forEach((mutant, n) => {
  const target = join(work, String(n));
  cpSync(sound, target, { recursive: true });
  build(target, mutant);
  const { caught, by } = check(target);
  if (!caught) survivors += 1;
  process.stdout.write(`${JSON.stringify({ mutant: mutant.name, caught, by })}\n`);
});
rmSync(work, { recursive: true, force: true });
process.exitCode = survivors > 0 ? 1 : 0;
