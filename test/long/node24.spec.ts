import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { IN_FORCE } from '../system/scenario.js';
import { node24 } from '../../tools/image/node-24.js';

it('on Node 24, which the image has, the main job comes to the same figures', async () => {
  const node = node24();
  const child = spawn(node, ['tools/bootstrap.mjs', 'scenario', 'in-force', '--small', '--json'], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const result = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
  const { breaches: _, ...figures } = IN_FORCE;
  expect(result).toMatchObject(figures);
  // Anything else: an invariant is broken.
  expect(child.exitCode).toBe(0);
}, 600_000);

it('the Node that this test runs is 24', async () => {
  const child = spawn(node24(), ['--version'], { stdio: ['ignore', 'pipe', 'inherit'] });
  expect(await text(child.stdout)).toMatch(/^v24\./);
});
