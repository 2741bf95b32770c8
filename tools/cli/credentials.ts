import { Option, type Command } from 'commander';
import { uuidv7 } from '#kernel/uuid.js';
import { ROLES, type Role } from '#platform/access/principal.js';
import { machineToken } from '../issuer/machine-token.js';
import { issuerSecret, ISSUER_PATH } from '../issuer/settings.js';
import { readRun } from '../start/lock.js';
import { Client } from '../system/client.js';
import { embeddedHome } from '../system/home.js';
import { EXIT } from './exit.js';

/** The system that runs from this folder, and the tokens that its own issuer gives. */
interface Run {
  readonly url: string;
  readonly token: (role: Role, region: string) => Promise<string>;
}

/**
 * Adds `token` and `key`: credentials of the embedded run, to try its interfaces with. Elsewhere the installation's issuer
 * gives tokens, and a partner's own people issue its keys on their page, under Teknis.
 */
export function addCredentialCommands(program: Command): void {
  program
    .command('token')
    .description('print a token of a role in a region, for the system that runs from this folder')
    .addOption(new Option('--role <role>', 'as whom').choices(ROLES).makeOptionMandatory())
    .requiredOption('--region <code>', 'for which region, e.g. 33.02')
    .action(({ role, region }: { role: Role; region: string }) => printed(({ token }) => token(role, region)));
  program
    .command('key')
    .description('issue an API key to a system of a partner, in the system that runs from this folder, and print it')
    .requiredOption('--region <code>', 'region of the partner, e.g. 73')
    .option('--system <name>', 'name of the system that will use it', 'erp')
    .action(({ region, system }: { region: string; system: string }) =>
      printed(async (run) => {
        const partner = new Client(run, 'partner-intake', region);
        return (await partner.post<{ key: string }>('/api/orders/api-keys', { system }, uuidv7())).key;
      }),
    );
}

async function printed(credential: (run: Run) => Promise<string>): Promise<void> {
  const home = await embeddedHome();
  const url = (await readRun(home))?.url;
  if (url === undefined) {
    process.stderr.write('Nothing runs from this folder. Start it with npm start, then ask in another terminal.\n');
    process.exitCode = EXIT.usage;
    return;
  }
  const secret = issuerSecret(home);
  const token: Run['token'] = async (role, region) =>
    (await machineToken(`${url}${ISSUER_PATH}`, secret, { role, region })).token;
  process.stdout.write(`${await credential({ url, token })}\n`);
}
