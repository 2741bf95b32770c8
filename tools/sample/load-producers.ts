import type { Client } from '../system/client.js';
import { syntheticName } from './members.js';
import type { Progress } from './progress.js';
import { SeededRandom } from './random.js';
import type { SampleInput } from './sample-input.js';

/** Lines in one request: a few seconds of work, and a bar that moves. */
const LINES_A_REQUEST = 3_000;

interface Row {
  readonly reference: string;
  readonly name: string;
  readonly village: string;
}

interface Outcome {
  readonly status: 'registered' | 'refused' | 'stopped';
  readonly id?: string;
}

/** @returns ids by reference */
export async function loadProducers(
  registry: Client,
  sample: SampleInput,
  progress: Progress,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const total = sample.producersWithoutSurplus + sample.groups.reduce((sum, { members }) => sum + members.length, 0);
  let sent = 0;
  let request = 0;
  for (const rows of requestsOf(rowsOf(sample))) {
    request += 1;
    progress(sent, total, 'Producers');
    const outcomes = await registry.postLines<Outcome>(
      '/api/registry/producers/bulk',
      rows.map((row) => details(row, sample)),
      `${sample.name}-producers-${String(request)}`,
      (lines) => lines.length === rows.length && lines.every(({ status }) => status !== 'stopped'),
    );
    outcomes.forEach(({ id, ...rest }, index) => {
      if (id === undefined) throw new Error(`Producer ${rows[index]?.reference ?? ''}: ${JSON.stringify(rest)}`);
      ids.set(rows[index]?.reference ?? '', id);
    });
    sent += rows.length;
  }
  progress(total, total, 'Producers');
  return ids;
}

function* rowsOf({ groups, producersWithoutSurplus, villages }: SampleInput): Generator<Row> {
  for (const { members } of groups) yield* members;
  const random = new SeededRandom(producersWithoutSurplus);
  for (let number = 1; number <= producersWithoutSurplus; number += 1) {
    yield {
      reference: `UMKM-${String(number).padStart(5, '0')}`,
      name: syntheticName(random, number),
      village: random.pick(villages),
    };
  }
}

function* requestsOf(rows: Iterable<Row>): Generator<Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === LINES_A_REQUEST) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Households of two, one of them a woman: assumed. */
function details({ reference, name, village }: Row, { umkm }: SampleInput): object {
  return {
    kind: 'producer',
    reference,
    name,
    village,
    umkmClass: 'micro',
    ...umkm,
    workers: { total: 2, women: 1, youth: 0 },
    healthInsured: false,
  };
}
