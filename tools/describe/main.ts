import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { ASYNCAPI_FILE, asyncApi } from '../asyncapi/document.js';
import { ENV_EXAMPLE, envExample } from '../configuration/env-example.js';
import { CONFIGURATION_PAGE, configurationPage } from '../configuration/page.js';
import { variables } from '../configuration/variables.js';
import { ROOT } from '../system/root.js';
import { ERRORS_PAGE, errorsPage } from '../errors/page.js';
import { fileOf } from '../openapi/files.js';
import { documents } from '../openapi/services.js';
import { readProgram, Source } from '../openapi/source.js';
import { migrationLists } from './migration-lists.js';

/** `npm run describe`: writes anew what is made and committed: lists of migrations, documents, and what is made from these and from
 * the Config classes. */
async function write(file: string, document: object): Promise<void> {
  await writeFile(join(ROOT, file), await format(JSON.stringify(document), { parser: 'json', printWidth: 120 }));
  console.log(file);
}

for (const { file, text } of migrationLists(ROOT)) await writeFile(join(ROOT, file), text);

const program = readProgram();
for (const [service, document] of documents(program)) await write(fileOf(service), document);
await write(ASYNCAPI_FILE, asyncApi(new Source(program, ['libs/contracts/'])));

await writeFile(join(ROOT, ERRORS_PAGE), errorsPage());

const settings = variables(new Source(program, ['apps/', 'libs/platform/', 'libs/files/']));
await writeFile(join(ROOT, CONFIGURATION_PAGE), configurationPage(settings));
const compose = await readFile(join(ROOT, 'docker-compose.yml'), 'utf8');
await writeFile(join(ROOT, ENV_EXAMPLE), envExample(compose, settings));
