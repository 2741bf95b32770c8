import { fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { waitUntilQuiet } from '../../tools/system/quiet.js';
import { ROOT } from '../../tools/system/root.js';
import type { Release } from './releases.js';

type Said = { readonly ask: number; readonly topic: string } | { readonly quiet: true } | { readonly error: string };

/** A release's own way to wait until all is quiet, for it knows its schema; it asks this process for the log's ends. */
export function quietOf({ root }: Release): typeof waitUntilQuiet {
  const tool = pathToFileURL(join(root, 'dist', 'tools', 'system', 'quiet.js')).href;
  return async ({ addresses, eventLog }) => {
    const child = fork(join(ROOT, 'test', 'long', 'quiet-of-release.mjs'), [tool], { cwd: root, execArgv: [] });
    try {
      await new Promise<void>((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (code) => {
          reject(new Error(`The release's waitUntilQuiet ended by itself (exit code ${String(code)}).`));
        });
        child.on('message', (said: Said) => {
          if ('quiet' in said) {
            resolve();
          } else if ('error' in said) {
            reject(new Error(said.error));
          } else {
            eventLog.endOffsets(said.topic).then((ends) => {
              child.send({
                ask: said.ask,
                offsets: [...ends].map(([partition, offset]) => [partition, String(offset)]),
              });
            }, reject);
          }
        });
        child.send({ addresses });
      });
    } finally {
      child.removeAllListeners('exit');
      child.kill();
    }
  };
}
