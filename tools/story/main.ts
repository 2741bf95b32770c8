import { Command, Option } from 'commander';
import type { LogKind } from '../system/system.js';
import { withTemporarySystem } from '../system/temporary-system.js';
import { INVARIANTS } from '../verify/audit.js';
import { addsUp, figuresOf, toText } from './figures.js';
import { tellStory } from './story.js';

const { log } = new Command('story')
  .addOption(new Option('--log <kind>', 'event log').choices(['postgres', 'kafka']).default('postgres'))
  .parse()
  .opts<{ log: LogKind }>();

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

try {
  await withTemporarySystem(
    { log, durable: false, progress: (what) => process.stderr.write(`${what}\n`) },
    async (system) => {
      const story = await tellStory({ system, tell: say });
      say('');
      const figures = figuresOf(story);
      for (const figure of figures) say(`${addsUp(figure) ? 'adds up     ' : 'DOES NOT ADD UP'} ${toText(figure)}`);
      say(`${String(INVARIANTS.length)} invariants checked, ${String(story.breaches.length)} breaches.`);
      for (const { invariant, detail } of story.breaches) say(`  ${invariant} ${detail}`);
      process.exitCode = figures.every(addsUp) && story.breaches.length === 0 ? 0 : 1;
    },
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
