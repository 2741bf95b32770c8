import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgreement, aTerm, startAgreements, type Agreements } from './agreements.js';

let agreements: Agreements;
beforeAll(async () => {
  agreements = await startAgreements();
});
afterAll(async () => {
  await agreements.stop();
});

const refused = (pointer: string, message: unknown) => ({
  status: 422,
  body: { code: 'INVALID', errors: [{ pointer, message }] },
});
const unknown = (code: string) => expect.stringContaining(`${code} is no region of the Kemendagri list (edition idn-`);

describe('an agreement is made between regions that exist', () => {
  it.each(['99.99', '73.99', '54', '91.99'])('not with %s', async (partner) => {
    expect(await agreements.post('', anAgreement({ partner }))).toMatchObject(refused('/partner', unknown(partner)));
  });

  it.each([
    ['91.01', '93.01'],
    ['92.71', '96.71'],
    ['64.73', '65.71'],
  ])('not with %s, which is %s now', async (partner, successor) => {
    expect(await agreements.post('', anAgreement({ partner }))).toMatchObject(
      refused('/partner', expect.stringMatching(`^${partner} has not been valid since .*; use ${successor}$`)),
    );
  });

  it.each(['82.71.01', '33.02.25.1002'])('not with %s, which has no government of its own', async (partner) => {
    expect(await agreements.post('', anAgreement({ partner }))).toMatchObject(
      refused('/partner', 'must be the code of a province, regency or city'),
    );
  });

  it.each([
    ['99.99', unknown('99.99')],
    ['91.01', expect.stringContaining('use 93.01')],
    ['33', 'must be the code of a regency or city, for example 33.02'],
  ])('not from an office of %s', async (region, message) => {
    expect(await agreements.post('', anAgreement(), { region })).toMatchObject(refused('/origin', message));
  });

  it('which an officer finds by name, and whose codes are told by name', async () => {
    const { body } = await agreements.get('/regions?q=makassar&codes=82.71,33.02');
    expect(body).toEqual({
      items: [{ code: '73.71', kind: 'city', name: 'Makassar', province: 'Sulawesi Selatan' }],
      names: { '82.71': { kind: 'city', name: 'Ternate' }, '33.02': { kind: 'regency', name: 'Banyumas' } },
    });
    expect((await agreements.get('/regions?codes=x')).status).toBe(422);
  });

  it('and its rows go to places that exist', async () => {
    const { body } = await agreements.post('', anAgreement());
    const row = (destination: string) => agreements.post(`/${body.id}/terms`, { terms: [aTerm({ destination })] });
    for (const place of ['82.71.99', '82.71.01.1999', '82.99']) {
      expect(await row(place)).toMatchObject(refused('/terms/0/destination', unknown(place)));
    }
    expect(await row('82.71.01')).toMatchObject({ status: 200 });
  });

  it('of which a province of that day may have been split since', async () => {
    const { body } = await agreements.post('', anAgreement({ partner: '91' }));
    const row = (destination: string) => agreements.post(`/${body.id}/terms`, { terms: [aTerm({ destination })] });
    expect((await row('93.01')).status).toBe(200);
    expect(await row('92.02')).toMatchObject(refused('/terms/0/destination', 'must be in 91'));
    agreements.setClock('2026-11-28T02:00:00Z');
    expect(await row('93.02')).toMatchObject(refused('/terms/0/destination', 'must be in 91'));
    expect((await row('93.01')).status).toBe(200);
    agreements.setClock('2019-03-04T02:00:00Z');
  });
});
