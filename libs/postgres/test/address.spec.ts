import { describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDatabaseAddress } from '#postgres/address.js';

describe('the address of a database', () => {
  it('names user, password, host, port and database', () => {
    expect(parseDatabaseAddress('postgresql://serap:secret@db.example:6432/serap_routing')).toMatchObject({
      hosts: [{ host: 'db.example', port: 6432 }],
      user: 'serap',
      password: 'secret',
      database: 'serap_routing',
      ssl: false,
    });
  });

  it.each(['a/b', 'a@b', 'a:b', 'a#b?c=d', 'x@y/z', '50%', 'p%zz+ &', '@/@', 'é✓', `'"\\`])(
    'takes the password %s as it is, and encoded',
    (password) => {
      for (const written of [password, encodeURIComponent(password)]) {
        const read = parseDatabaseAddress(`postgres://serap:${written}@h:1,i/db?application_name=x`);
        expect(read).toMatchObject({
          user: 'serap',
          password,
          database: 'db',
          hosts: [
            { host: 'h', port: 1 },
            { host: 'i', port: 5432 },
          ],
        });
      }
    },
  );

  it('may have several hosts, addresses of version 6, a socket, and no password', () => {
    expect(parseDatabaseAddress('postgresql://u@[::1]:5433,10.0.0.2/db')).toMatchObject({
      hosts: [
        { host: '::1', port: 5433 },
        { host: '10.0.0.2', port: 5432 },
      ],
      password: undefined,
    });
    expect(parseDatabaseAddress('postgresql://u@/db?host=/run/postgresql').hosts).toEqual([
      { host: '/run/postgresql', port: 5432 },
    ]);
  });

  it.each<[string, object | false]>([
    ['sslmode=disable', false],
    ['sslmode=require', { rejectUnauthorized: false }],
    ['sslmode=verify-full', {}],
    ['sslmode=verify-full&sslrootcert=FILE', { ca: 'the authority' }],
    ['sslrootcert=FILE', { ca: 'the authority' }],
    ['sslmode=verify-ca&sslrootcert=FILE', { ca: 'the authority', checkServerIdentity: expect.any(Function) }],
    ['sslmode=require&sslrootcert=FILE', { ca: 'the authority', checkServerIdentity: expect.any(Function) }],
    ['sslmode=verify-full&sslrootcert=system', {}],
  ])('with %s says how far the server is trusted', (query, ssl) => {
    const folder = mkdtempSync(join(tmpdir(), 'serap-address-'));
    try {
      writeFileSync(join(folder, 'ca.pem'), 'the authority');
      const written = query.replace('FILE', join(folder, 'ca.pem'));
      expect(parseDatabaseAddress(`postgresql://u:p@h/db?${written}`).ssl).toEqual(ssl);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    'mysql://u:secret@h/db',
    'postgresql://u:secret@h',
    'postgresql://u:secret@h/',
    'postgresql://:secret@h/db',
    'postgresql://h/db',
    'postgresql://u:secret@h:99999/db',
    'postgresql://u:secret@h:x/db',
    'postgresql://u:secret@/db',
    'postgresql://u:secret@h,/db',
    'postgresql://u:secret@h/db?sslmode=prefer',
    'postgresql://u:secret@h/db?sslmode=verify-ca',
    'postgresql://u:secret@h/db?sslmode=verify-full&sslrootcert=/no/such/secret',
    'postgresql://u:secret@h/db?transaction_timeout=0',
  ])('is refused in words that show nothing of it: %s', (text) => {
    expect(() => parseDatabaseAddress(text)).toThrow(/database address|needs sslrootcert/);
    expect(() => parseDatabaseAddress(text)).not.toThrow(/secret/);
  });
});
