import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { ASYNCAPI_FILE, asyncApi } from '../asyncapi/document.js';
import { ROOT } from '../system/root.js';
import { typesOf } from './client-types.js';
import { fileOf, typesFileOf } from './files.js';
import { documents } from './services.js';
import { readProgram, Source } from './source.js';

/** `npm run describe`: writes the committed documents anew, and the client's types that are made from them. */
async function write(file: string, document: object): Promise<void> {
  await writeFile(join(ROOT, file), await format(JSON.stringify(document), { parser: 'json', printWidth: 120 }));
  console.log(file);
}

const program = readProgram();
for (const [service, document] of documents(program)) {
  await write(fileOf(service), document);
  await writeFile(join(ROOT, typesFileOf(service)), await typesOf(document));
}
await write(ASYNCAPI_FILE, asyncApi(new Source(program, ['libs/contracts/'])));
