import { benchFiles } from './files/main.js';
import { benchIntake } from './intake.js';
import { benchLoad } from './load.js';

const BENCHES: Readonly<Record<string, (print: (row: object) => void) => Promise<void>>> = {
  load: benchLoad,
  intake: benchIntake,
  files: benchFiles,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await bench((row) => {
    process.stdout.write(`${JSON.stringify(row)}\n`);
  });
}
