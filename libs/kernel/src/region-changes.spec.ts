import { describe, expect, it } from '@jest/globals';
import { abolition, meaningOf } from './region-changes.js';

describe('what a region meant on a day', () => {
  it.each([
    ['91', '2019-03-04', ['91', '93', '94', '95']],
    ['91', '2022-07-24', ['91', '93', '94', '95']],
    ['91', '2022-07-25', ['91']],
    ['92', '2022-12-07', ['92', '96']],
    ['91.01', '2019-03-04', ['93.01']],
    ['91.01.02', '2019-03-04', ['93.01.02']],
    ['91.03', '2019-03-04', ['91.03']],
    ['93.01', '2019-03-04', ['93.01']],
    ['33.02', '2019-03-04', ['33.02']],
    ['64', '2012-11-15', ['64', '65']],
    ['64', '2019-03-04', ['64']],
  ])('%s on %s is %j of today', (code, day, today) => {
    expect(meaningOf(code, day)).toEqual(today);
  });

  it('knows which codes are gone, and what took their place', () => {
    expect(abolition('91.01')).toMatchObject({ since: '2022-07-25', became: ['93.01'], basis: 'UU 14, 15, 16/2022' });
    expect(abolition('91.01.02.2001')?.became).toEqual(['93.01']);
    for (const code of ['91', '91.03', '91.99', '33.02', '99.99', '33']) expect(abolition(code)).toBeUndefined();
  });
});
