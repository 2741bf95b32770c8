#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { addMatchCommands } from './match-commands.js';
import { addCredentialCommands } from './credentials.js';
import { addSampleCommand } from './sample.js';
import { EXIT } from './exit.js';

const program = new Command('serap').description('Matches surplus with demand, and proves the answer.').exitOverride();
addMatchCommands(program);
addSampleCommand(program);
addCredentialCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  } else {
    process.stderr.write(`serap: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = EXIT.internal;
  }
}
