import { by, withRaw, type BadInput, type Setting } from './row.js';

/** An order whose line has `raw` as its `field`, written as it is into the JSON. */
function inLine(name: string, field: string, raw: string, code = 'INVALID', status = 422): BadInput {
  return {
    name,
    status,
    code,
    ...(status === 422 ? { at: `/lines/0/${field}` } : {}),
    ask: (setting) => by(setting, 'POST', '/api/orders', withRaw(setting.order({}, { [field]: '@' }), raw)),
  };
}

function inOrder(name: string, at: string, changes: object, raw: string): BadInput {
  return {
    name,
    status: 422,
    code: 'INVALID',
    at,
    ask: (setting) => by(setting, 'POST', '/api/orders', withRaw(setting.order(changes), raw)),
  };
}

export const NUMBERS: readonly BadInput[] = [
  // JSON has no such number, so that nothing can be pointed to.
  inLine('NaN as a number', 'quantity', 'NaN', 'MALFORMED_JSON', 400),
  inLine('a number with a leading zero', 'quantity', '007', 'MALFORMED_JSON', 400),
  inLine('"NaN" as text', 'quantity', '"NaN"'),
  inLine('1e400, which is infinite', 'quantity', '1e400'),
  inLine('-0 kg', 'quantity', '-0'),
  inLine('0 kg', 'quantity', '0'),
  inLine('"0" kg as text', 'quantity', '"0"', 'QUANTITY_INVALID'),
  inLine('-1 kg', 'quantity', '-1'),
  inLine('"-1" kg as text', 'quantity', '"-1"'),
  inLine('half a gram', 'quantity', '0.0005', 'QUANTITY_INDIVISIBLE'),
  inLine('0.1 + 0.2 kg as a spreadsheet adds them', 'quantity', '0.30000000000000004', 'QUANTITY_INVALID'),
  inLine('1e-7 kg', 'quantity', '1e-7', 'QUANTITY_INVALID'),
  inLine('2^53 + 1 kg', 'quantity', '9007199254740993'),
  inLine('2^53 grams as text', 'quantity', '"9007199254740.992"', 'QUANTITY_INVALID'),
  inLine('more kilograms than the country makes', 'quantity', '"9000000000000"', 'QUANTITY_INVALID'),
  inLine('"1,5" with a comma', 'quantity', '"1,5"', 'QUANTITY_INVALID'),
  inLine('"1.000", a kilogram or a ton', 'quantity', '"1.000"', 'QUANTITY_AMBIGUOUS'),
  inLine('"1e3"', 'quantity', '"1e3"'),
  inLine('"0x10"', 'quantity', '"0x10"'),
  inLine('digits of another script', 'quantity', '"\u0661\u0662"'),
  inLine('true as a quantity', 'quantity', 'true'),
  inLine('null as a quantity', 'quantity', 'null'),
  inLine('a kodi of sugar', 'unit', '"kodi"', 'UNIT_MISMATCH'),
  inLine('a price of half a rupiah', 'maxLandedPrice', '16500.5'),
  inLine('a price as text', 'maxLandedPrice', '"Rp16.500"'),
  inLine('-5 days of life', 'minLifeDays', '-5'),
];

export const TEXTS: readonly BadInput[] = [
  inOrder('a NUL in the name of the buyer', '/buyer/name', { buyer: { name: '@' } }, String.raw`"PT\u0000 Maju"`),
  inOrder('half a surrogate pair', '/buyer/name', { buyer: { name: '@' } }, String.raw`"PT \ud83d Maju"`),
  inOrder('text that turns around', '/buyer/name', { buyer: { name: '@' } }, String.raw`"PT \u202egnp.exe"`),
  inOrder('a right-to-left mark', '/buyer/name', { buyer: { name: '@' } }, String.raw`"PT \u200f Maju"`),
  inOrder('a control character of the second kind', '/buyer/name', { buyer: { name: '@' } }, String.raw`"PT \u0085"`),
  inOrder('an escape sequence of a terminal', '/reference', { reference: '@' }, String.raw`"\u001b[2J"`),
  inOrder('a name of blanks', '/buyer/name', { buyer: { name: '@' } }, '"   "'),
  inOrder('a name of 200,000 characters', '/buyer/name', { buyer: { name: '@' } }, `"${'a'.repeat(200_000)}"`),
  {
    name: 'a name of a megabyte',
    status: 413,
    code: 'TOO_LARGE',
    ask: (setting) => by(setting, 'POST', '/api/orders', setting.order({ buyer: { name: 'a'.repeat(1024 * 1024) } })),
  },
  inLine('a commodity that turns around', 'commodity', String.raw`"gula\u202e-semut"`),
  inLine('a commodity with a zero-width space', 'commodity', String.raw`"gula\u200b"`),
  inLine('a commodity that climbs folders', 'commodity', '"../../etc/passwd"'),
  inLine('a commodity that ends a statement', 'commodity', `"x'; DROP TABLE orders; --"`),
  inLine('a commodity that nobody has', 'commodity', '"emas"', 'COMMODITY_UNKNOWN'),
  inLine('a region of the statistics office', 'deliverTo', '"8271"'),
  inOrder('a business number of 12 digits', '/buyer/nib', { buyer: { name: 'PT', nib: '@' } }, '"123456789012"'),
];

const clock = (name: string, to: string): BadInput => ({
  name,
  status: 422,
  code: 'INVALID',
  at: '/to',
  ask: (setting) => by(setting, 'POST', '/api/operations/clock', { to }, { role: 'platform', region: '33.02' }),
});

export const DATES: readonly BadInput[] = [
  inLine('29 February 2026', 'needBy', '"2026-02-29"'),
  inLine('31 April', 'needBy', '"2019-04-31"'),
  inLine('the day before the month', 'needBy', '"31-03-2019"'),
  inLine('a need-by that has passed', 'needBy', '"2019-03-03"'),
  inLine('an instant as a date', 'needBy', '"2019-04-03T00:00:00Z"'),
  inLine('a date as a number', 'needBy', '20190403'),
  clock('an instant without its offset', '2019-03-05T09:00:00'),
  clock('24:00', '2019-03-05T24:00:00+07:00'),
  clock('an instant of 30 February', '2020-02-30T09:00:00+07:00'),
  clock('an offset of 99 hours', '2019-03-05T09:00:00+99:00'),
];

const refusedField = (name: string, at: string, body: (setting: Setting) => string | object): BadInput => ({
  name,
  status: 422,
  code: 'INVALID',
  at,
  ask: (setting) => by(setting, 'POST', '/api/orders', body(setting)),
});

/** What a client may not set, and what nobody knows. */
export const FIELDS: readonly BadInput[] = [
  refusedField('__proto__', '/__proto__', ({ order }) => withRaw(order({ x: '@' }), '1').replace('"x"', '"__proto__"')),
  refusedField('__proto__ of the buyer', '/buyer/__proto__', ({ order }) =>
    JSON.stringify(order({ buyer: { name: 'PT', x: { admin: true } } })).replace('"x"', '"__proto__"'),
  ),
  refusedField('constructor of a line', '/lines/0/constructor', ({ order }) => order({}, { constructor: 1 })),
  refusedField('an unknown field', '/prioritas', ({ order }) => order({ prioritas: 1 })),
  refusedField('an unknown field of a line', '/lines/0/lotId', ({ order, ids }) =>
    order({}, { lotId: ids['lots']?.[0] }),
  ),
  refusedField('its status set by the client', '/status', ({ order }) => order({ status: 'settled' })),
  refusedField('its region set by the client', '/regionCode', ({ order }) => order({ regionCode: '13.03' })),
  refusedField('its partner set by the client', '/partner', ({ order }) => order({ partner: '13.03' })),
  refusedField('its price set by the client', '/lines/0/price', ({ order }) => order({}, { price: 1 })),
  refusedField('its promise set by the client', '/lines/0/promised', ({ order }) => order({}, { promised: 9 })),
  refusedField('no lines', '/lines', ({ order }) => order({ lines: [] })),
  refusedField('201 lines', '/lines', ({ order }) =>
    order({ lines: Array.from({ length: 201 }, () => lineOf(order())) }),
  ),
  {
    name: 'a producer that calls itself verified',
    status: 422,
    code: 'INVALID',
    at: '/status',
    ask: (setting) =>
      by(setting, 'POST', '/api/registry/producers', { name: 'Ibu Contoh', status: 'verified' }, OFFICER),
  },
  {
    name: 'a producer whose region its sender chose',
    status: 422,
    code: 'INVALID',
    at: '/origin',
    ask: (setting) => by(setting, 'POST', '/api/registry/producers', { name: 'Ibu Contoh', origin: '33.04' }, OFFICER),
  },
];

const OFFICER = { role: 'registry-officer', region: '33.02' } as const;

function lineOf(order: Record<string, unknown>): unknown {
  return (order['lines'] as unknown[])[0];
}
