/**
 * Makes the TypeScript types of each service's routes from its committed OpenAPI document: dist/clients/<service>.d.ts,
 * imported as `#clients/<service>.js`. Nothing is done while the documents are the same, so that build, lint and types
 * each begin with it. Plain JavaScript, because what is built needs it first.
 *
 * node tools/clients.mjs [root of the checkout]
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(dirname(fileURLToPath(import.meta.url)));
const ENDING = '.openapi.json';

const root = resolve(process.argv[2] ?? HERE);
const from = join(root, 'docs', 'api');
const to = join(root, 'dist', 'clients');
const stamp = join(to, '.made');

const services = readdirSync(from)
  .filter((name) => name.endsWith(ENDING))
  .map((name) => name.slice(0, -ENDING.length))
  .sort();
const documents = new Map(
  services.map((service) => [service, readFileSync(join(from, `${service}${ENDING}`), 'utf8')]),
);

/** Whether all is there, made of these documents by this maker. */
function isMade(fingerprint) {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint) return false;
  return services.every((service) => existsSync(join(to, `${service}.d.ts`)));
}

/** Two that make the same at once write the same, and nobody reads half a file. */
function write(file, text) {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, text);
  renameSync(half, file);
}

async function make() {
  const { default: openapiTypescript, astToString } = await import('openapi-typescript');
  mkdirSync(to, { recursive: true });
  for (const [service, document] of documents) {
    const types = astToString(await openapiTypescript(document));
    write(join(to, `${service}.d.ts`), `/** Made by tools/clients.mjs from docs/api/${service}${ENDING}. */\n${types}`);
  }
  const wanted = new Set(services.map((service) => `${service}.d.ts`));
  const stale = readdirSync(to).filter((name) => name.endsWith('.d.ts') && !wanted.has(name));
  for (const name of stale) rmSync(join(to, name), { force: true });
}

const maker = readFileSync(join(HERE, 'node_modules', 'openapi-typescript', 'package.json'), 'utf8');
const hash = createHash('sha256')
  .update(maker)
  .update(readFileSync(fileURLToPath(import.meta.url)));
for (const [service, document] of documents) hash.update(`${service} ${document.length}\n`).update(document);
const fingerprint = hash.digest('hex');

if (!isMade(fingerprint)) {
  await make();
  write(stamp, fingerprint);
}
