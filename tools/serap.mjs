#!/usr/bin/env node
/** `npx serap …`: the command line, through the same bootstrap as every command. */
process.argv.splice(2, 0, 'cli');
await import('./bootstrap.mjs');
