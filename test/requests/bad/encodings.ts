import { gzipSync } from 'node:zlib';
import { by, type BadInput, type Setting } from './row.js';

type Body = (order: string, setting: Setting) => string | Buffer;

function row(name: string, body: Body, status: number, code: string, more: { type?: string; encoding?: string } = {}) {
  const { type, encoding } = more;
  return {
    name,
    status,
    code,
    ask: (setting: Setting) =>
      by(setting, 'POST', '/api/orders', body(JSON.stringify(setting.order()), setting), {
        ...(type === undefined ? {} : { type }),
        ...(encoding === undefined ? {} : { headers: { 'Content-Encoding': encoding } }),
      }),
  };
}

const MALFORMED = [400, 'MALFORMED_JSON'] as const;
const UNSUPPORTED = [415, 'UNSUPPORTED_MEDIA_TYPE'] as const;
const MIB = 1024 * 1024;

/** Bodies that cannot be read at all. */
export const ENCODINGS: readonly BadInput[] = [
  row('a body of nothing', () => '', ...MALFORMED),
  row('a body of blanks', () => ' \r\n\t', ...MALFORMED),
  row('an order cut short', (order) => order.slice(0, -20), ...MALFORMED),
  row('two orders in one body', (order) => order + order, ...MALFORMED),
  row('a byte order mark', (order) => `\ufeff${order}`, ...MALFORMED),
  row('UTF-16', (order) => Buffer.from(`\ufeff${order}`, 'utf16le'), ...MALFORMED),
  row('Latin-1', (order) => Buffer.from(order.replace('Pembeli', 'Pembéli'), 'latin1'), ...MALFORMED),
  row('200,000 levels deep', () => '['.repeat(200_000), ...MALFORMED),
  row('33 levels deep, closed again', () => `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, ...MALFORMED),
  row('a comment in the JSON', (order) => `/* mohon dikirim */${order}`, ...MALFORMED),
  row('single quotes', (order) => order.replaceAll('"', "'"), ...MALFORMED),
  row('null', () => 'null', 422, 'INVALID'),
  row('a list of orders', (order) => `[${order}]`, 422, 'INVALID'),
  row('a text instead of an object', (order) => JSON.stringify(order), 422, 'INVALID'),
  row('more than 256 KiB', (order) => order + ' '.repeat(256 * 1024), 413, 'TOO_LARGE'),
  row('a gzip bomb', () => gzipSync(Buffer.alloc(64 * MIB, 0x20)), ...UNSUPPORTED, { encoding: 'gzip' }),
  row('an honest order, compressed', (order) => gzipSync(order), ...UNSUPPORTED, { encoding: 'gzip' }),
  row('a compression nobody knows', (order) => order, ...UNSUPPORTED, { encoding: 'zip, br' }),
  row('a form', () => 'commodity=sugar&quantity=1', ...UNSUPPORTED, { type: 'application/x-www-form-urlencoded' }),
  row('XML', () => '<order/>', ...UNSUPPORTED, { type: 'application/xml' }),
  row('plain text, which a form of another site may send', (order) => order, ...UNSUPPORTED, { type: 'text/plain' }),
  {
    name: 'a statement whose stream is compressed',
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    ask: (setting) =>
      by(setting, 'POST', '/api/registry/stock-statements', gzipSync(Buffer.alloc(64 * MIB, 0x0a)), {
        role: 'registry-officer',
        region: '33.02',
        type: 'application/x-ndjson',
        headers: { 'Content-Encoding': 'gzip' },
      }),
  },
  {
    name: 'a line of a megabyte without an end',
    status: 422,
    code: 'LINE_TOO_LONG',
    ask: (setting) =>
      by(setting, 'POST', '/api/registry/stock-statements', Buffer.alloc(MIB, 0x20), {
        role: 'registry-officer',
        region: '33.02',
        type: 'application/x-ndjson',
      }),
  },
];
