import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { ROOT } from '../system/root.js';
import { fileOf } from './files.js';
import { documents } from './services.js';

for (const [service, document] of documents()) {
  const text = await format(JSON.stringify(document), { parser: 'json', printWidth: 120 });
  await writeFile(join(ROOT, fileOf(service)), text);
  console.log(`${fileOf(service)}: ${String(Object.keys(document.paths).length)} paths`);
}
