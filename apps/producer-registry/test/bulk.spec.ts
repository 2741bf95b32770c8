import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ndjson, startRegistry, type Registry } from './registry.js';
import { aProducer } from './samples.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.stop();
});

describe('bulk registration', () => {
  const rows = (count: number, from = 0) =>
    Array.from({ length: count }, (_, i) => aProducer({ reference: `B-${from + i}`, village: '33.04.01.2001' }));
  const region = { region: '33.04', type: 'application/x-ndjson' };

  it('answers each line for itself and writes the good ones', async () => {
    const good = rows(3);
    const body = `${ndjson([good[0], { ...good[1], status: 'verified' }])}not json\n${ndjson([good[2], good[0]])}`;
    const { body: outcomes } = await registry.post('/producers/bulk', body, region);
    expect(outcomes.map((row: { status: string }) => row.status)).toEqual([
      'registered',
      'refused',
      'refused',
      'registered',
      'refused',
    ]);
    expect(outcomes[1]).toMatchObject({ line: 2, code: 'INVALID', errors: [{ pointer: '/status' }] });
    expect(outcomes[2]).toMatchObject({ line: 3, code: 'MALFORMED_JSON' });
    expect(outcomes[4]).toMatchObject({ line: 5, code: 'ALREADY_EXISTS', errors: [{ pointer: '/reference' }] });
    expect((await registry.get('/producers', region)).body.items).toHaveLength(2);
  });

  it('gives the same answer to the same stream again and writes nothing twice', async () => {
    const body = ndjson(rows(1_200, 100));
    const send = () => registry.post('/producers/bulk', body, { ...region, key: 'stream' });
    // On a busy machine a part of it may not be stored in time: the answer ends there, and the stream is sent again.
    let first = await send();
    while ((first.body as unknown[]).length < 1_200) first = await send();
    const again = await send();
    expect(first.body).toHaveLength(1_200);
    expect(new Set(first.body.map(({ status }: { status: string }) => status))).toEqual(new Set(['registered']));
    expect(again.body).toEqual(first.body);
    expect(await registry.count(`producer WHERE reference LIKE 'B-%' AND origin = '33.04'`)).toBe(1_202);
  });

  it('leaves nothing of a chunk whose events cannot be stored', async () => {
    await registry.dataSource.query('ALTER TABLE outbox RENAME TO outbox_away');
    try {
      const { body } = await registry.post('/producers/bulk', ndjson(rows(3, 5_000)), region);
      expect(body).toEqual([expect.objectContaining({ chunk: 1, status: 'stopped', httpStatus: 500 })]);
    } finally {
      await registry.dataSource.query('ALTER TABLE outbox_away RENAME TO outbox');
    }
    expect(await registry.count(`producer WHERE reference = 'B-5000'`)).toBe(0);
  });

  it('wants a key and NDJSON', async () => {
    expect((await registry.post('/producers/bulk', ndjson(rows(1)), { ...region, key: null })).status).toBe(400);
    expect((await registry.post('/producers/bulk', rows(1)[0])).status).toBe(415);
  });
});
