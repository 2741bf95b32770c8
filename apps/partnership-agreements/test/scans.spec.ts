import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgreement, startAgreements, type Agreements } from './agreements.js';

let agreements: Agreements;
let id: string;
beforeAll(async () => {
  agreements = await startAgreements();
  id = (await agreements.post('', anAgreement())).body.id;
});
afterAll(async () => {
  await agreements.stop();
});

const MIB = 2 ** 20;

/** Of so many bytes, no two alike. */
function aPdf(bytes: number, name = 'pks'): Buffer {
  return Buffer.concat([Buffer.from(`%PDF-1.7 ${name}\n`), Buffer.alloc(bytes, `${name} `)]).subarray(0, bytes);
}
const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

async function record(content: Buffer): Promise<string> {
  const { body } = await agreements.post(`/${id}/documents`, { kind: 'other', sha256: hashOf(content) });
  return body.id as string;
}

async function call(method: string, document: string, content?: Buffer, region = '33.02', type = 'application/pdf') {
  const token = await agreements.issuer.token(['agreement-officer'], region);
  const answer = await fetch(`${agreements.url}/api/agreements/${id}/documents/${document}/file`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Accept-Language': 'en', ...(content && { 'Content-Type': type }) },
    ...(content && { body: new Uint8Array(content) }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const json = answer.headers.get('content-type')?.includes('json') ? JSON.parse(bytes.toString()) : {};
  return { status: answer.status, bytes, body: json, headers: answer.headers };
}

describe('the paper of a document', () => {
  it.each([10, MIB - 1, MIB, MIB + 1, 10 * MIB])('of %d bytes is kept and given back as it was sent', async (bytes) => {
    const content = aPdf(bytes);
    const document = await record(content);
    expect((await call('GET', document)).status).toBe(404);
    const kept = { status: 200, body: { id: document, sha256: hashOf(content), bytes } };
    expect(await call('PUT', document, content)).toMatchObject(kept);
    // Once more after a lost answer.
    expect(await call('PUT', document, content)).toMatchObject(kept);
    const read = await call('GET', document);
    expect([read.status, read.headers.get('content-type'), read.bytes.equals(content)]).toEqual([
      200,
      'application/pdf',
      true,
    ]);
    const { documents } = (await agreements.get(`/${id}`)).body;
    expect(documents.find((one: { id: string }) => one.id === document)).toMatchObject({ bytes });
    const [row] = await agreements.dataSource.query(
      'SELECT count(*)::int AS n FROM document_piece WHERE document_id = $1',
      [document],
    );
    expect(row.n).toBe(Math.ceil(bytes / MIB));
  });

  it.each<[string, Buffer, Buffer, number, string]>([
    ['another paper', aPdf(500, 'a'), aPdf(500, 'b'), 422, 'INVALID'],
    ['no PDF', Buffer.from('PK…'), Buffer.from('PK…'), 422, 'INVALID'],
    ['more than 10 MiB', aPdf(10 * MIB + 1, 'c'), aPdf(10 * MIB + 1, 'c'), 413, 'TOO_LARGE'],
  ])('is not %s', async (_, recorded, sent, status, code) => {
    const document = await record(recorded);
    const answer = await call('PUT', document, sent).catch(() => undefined);
    // Who still sends when the answer is there may not hear it.
    if (answer) expect(answer).toMatchObject({ status, body: { code } });
    expect((await call('GET', document)).status).toBe(404);
  });

  it('comes as a PDF and nothing else', async () => {
    const document = await record(aPdf(600));
    expect(await call('PUT', document, aPdf(600), '33.02', 'text/csv')).toMatchObject({ status: 415 });
  });

  it('lies sealed in the database, cannot be changed there, and is for the parties', async () => {
    const content = aPdf(700, 'rahasia');
    const document = await record(content);
    expect((await call('PUT', document, content, '82.71')).status).toBe(200);
    const [piece] = await agreements.dataSource.query('SELECT sealed FROM document_piece WHERE document_id = $1', [
      document,
    ]);
    expect(piece.sealed.includes('rahasia')).toBe(false);
    await expect(agreements.dataSource.query('DELETE FROM document_piece')).rejects.toThrow();
    expect((await call('GET', document, undefined, '82.71')).bytes.equals(content)).toBe(true);
    for (const method of ['GET', 'PUT']) {
      expect((await call(method, document, method === 'PUT' ? content : undefined, '73')).status).toBe(404);
    }
    const { body } = await agreements.get(`/${id}/report?from=2019-03-01&to=2019-03-31`);
    expect(body.documents.at(-1)).toMatchObject({ sha256: hashOf(content), bytes: 700 });
  });
});
