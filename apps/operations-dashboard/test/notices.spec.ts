import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#platform/access/principal.js';
import { readConfig } from '#platform/context/config.js';
import { TEST_KEY } from '#platform/testing/service.js';
import { DashboardConfig } from '../src/config.js';
import { emptyReadModels } from '../src/persistence/rebuild.js';
import { startDashboard, type Dashboard } from './dashboard.js';
import { MailServer } from './mail-server.js';
import { Story } from './story.js';
import { certify } from './task-story.js';

const RECIPIENTS = '/api/operations/notice-recipients';
const ADDRESS = 'siti.aminah@banyumas.example';

let mail: MailServer;
let dashboard: Dashboard;
let story: Story;
let certificates = 0;

beforeAll(async () => {
  mail = await MailServer.open();
  dashboard = await startDashboard({
    SERAP_SMTP_URL: mail.url,
    SERAP_NOTICE_SENDER: 'serap@banyumas.example',
    SERAP_PAGES_URL: 'https://serap.banyumas.example',
  });
  story = new Story();
});
afterAll(async () => {
  await dashboard.stop();
  await mail.stop();
});
beforeEach(async () => {
  await dashboard.query('DELETE FROM notice_recipient');
  await dashboard.query('TRUNCATE certificate');
  mail.received.length = 0;
  mail.unknown.clear();
});

async function certificateEnds(until: string): Promise<void> {
  certificates += 1;
  certify(story, `of notice ${String(certificates)}`, until);
  await dashboard.apply(story.events.splice(0));
}

function register(address = ADDRESS, role: Role = 'registry-officer') {
  return dashboard.post(RECIPIENTS, { address }, { role });
}

/** The next look, as if its time had come. */
async function look(): Promise<void> {
  await dashboard.query('UPDATE notice_recipient SET next_try_at = now()');
  await dashboard.sendNotices();
}

describe('a notice', () => {
  it('tells what is new and until when, in both languages, and names nobody', async () => {
    await certificateEnds('2019-03-20');
    await certificateEnds('2019-03-01');
    await register();
    await look();
    expect(mail.received.map(({ to }) => to)).toEqual([[ADDRESS]]);
    const [headers = '', body = ''] = mail.received[0]!.raw.split(/\r\n\r\n([\s\S]*)/);
    expect(headers).toMatch(/^Subject: Serap: 2 perlu tindakan \/ to do$/m);
    expect(headers).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(headers).toMatch(/^Content-Type: text\/plain/m);
    expect(body.replaceAll('\r\n', '\n').trim().split('\n')).toEqual([
      'Ada 2 hal baru yang perlu Anda tindak lanjuti:',
      '',
      '- sertifikat sudah berakhir: 1 (lewat batas: 1)',
      '- sertifikat segera berakhir: 1 (paling dekat 20 Maret 2019)',
      '',
      'Daftar lengkap dengan batas waktunya: https://serap.banyumas.example',
      '',
      '--',
      '',
      'There are 2 new things to do:',
      '',
      '- certificate has ended: 1 (overdue: 1)',
      '- certificate ends soon: 1 (the first by 20 March 2019)',
      '',
      'The whole list with its deadlines: https://serap.banyumas.example',
    ]);
  });

  it('tells nothing twice, and what comes later in a later one', async () => {
    await certificateEnds('2019-03-20');
    await register();
    await look();
    await look();
    expect(mail.received).toHaveLength(1);
    await certificateEnds('2019-03-21');
    await look();
    expect(mail.received.map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw)?.[1])).toEqual([
      'Serap: 1 perlu tindakan / to do',
      'Serap: 1 perlu tindakan / to do',
    ]);
  });

  it('is followed by another one after the interval, not before', async () => {
    await certificateEnds('2019-03-20');
    await register();
    await look();
    await certificateEnds('2019-03-21');
    await dashboard.sendNotices();
    expect(mail.received).toHaveLength(1);
    const [row] = await dashboard.query<{ minutes: number }>(
      'SELECT round(extract(epoch FROM next_try_at - now()) / 60)::int AS minutes FROM notice_recipient',
    );
    expect(row?.minutes).toBe(240);
  });

  it('tells nobody of what is not theirs', async () => {
    await certificateEnds('2019-03-20');
    await register('kerja.sama@banyumas.example', 'agreement-officer');
    await look();
    expect(mail.received).toEqual([]);
  });

  it('waits while the mail server is away, then tells what is still to be done, once', async () => {
    await certificateEnds('2019-03-20');
    await register();
    await mail.stop();
    for (const attempt of [1, 2]) {
      await look();
      const [row] = await dashboard.query('SELECT attempts, next_try_at > now() AS waits FROM notice_recipient');
      expect(row).toEqual({ attempts: attempt, waits: true });
    }
    await mail.start();
    await certificateEnds('2019-03-21');
    await look();
    await look();
    expect(mail.received).toHaveLength(1);
    expect(mail.received[0]?.raw).toContain('2 hal baru');
  });

  it('is dropped when all of it has been done while the mail server was away', async () => {
    await certificateEnds('2019-03-20');
    await register();
    await mail.stop();
    await look();
    await mail.start();
    await dashboard.query('TRUNCATE certificate');
    await look();
    expect(mail.received).toEqual([]);
    expect(await dashboard.query('SELECT mail_id, attempts FROM notice_recipient')).toEqual([
      { mail_id: null, attempts: 0 },
    ]);
  });

  it('whose sender crashed is handed in again under the same id', async () => {
    await certificateEnds('2019-03-20');
    await register();
    await look();
    // As it was before the outcome was written.
    const [first = ''] = /^Message-ID: <.*>/m.exec(mail.received[0]?.raw ?? '') ?? [];
    await dashboard.query(
      'UPDATE notice_recipient SET mail_id = (SELECT max(mail_id::text)::uuid FROM notice_task), attempts = 1',
    );
    await look();
    expect(mail.received.map(({ raw }) => /^Message-ID: <.*>/m.exec(raw)?.[0])).toEqual([first, first]);
  });

  it('is sent by one of two replicas', async () => {
    await certificateEnds('2019-03-20');
    const addresses = Array.from({ length: 8 }, (_, index) => `petugas${String(index)}@banyumas.example`);
    for (const address of addresses) await register(address);
    const replica = await dashboard.replica();
    try {
      await dashboard.query('UPDATE notice_recipient SET next_try_at = now()');
      await Promise.all([
        dashboard.sendNotices(),
        replica.sendNotices(),
        dashboard.sendNotices(),
        replica.sendNotices(),
      ]);
      // What the other one has taken is under way until its mail is handed in.
      const busy = () => dashboard.query('SELECT 1 FROM notice_recipient WHERE mail_id IS NOT NULL');
      while ((await busy()).length > 0) await dashboard.sendNotices();
    } finally {
      await replica.stop();
    }
    expect(mail.received.flatMap(({ to }) => to).sort()).toEqual(addresses);
  });

  it('is sent again for a task that comes back, but not for one that was away for a moment', async () => {
    await certificateEnds('2019-03-20');
    await register();
    await look();
    const away = async (forMs: number) => {
      await dashboard.query('UPDATE certificate SET revoked = true');
      await look();
      await dashboard.query(`UPDATE notice_task SET gone_at = gone_at - $1 * interval '1 ms'`, [forMs]);
      await look();
      await dashboard.query('UPDATE certificate SET revoked = false');
      await look();
      return mail.received.length;
    };
    expect(await away(0)).toBe(1);
    expect(await away(3_600_000)).toBe(2);
  });

  it('is not told again after a rebuild', async () => {
    await certificateEnds('2019-03-20');
    await register();
    await look();
    await dashboard.restart(emptyReadModels);
    mail.received.length = 0;
    // Certificates of the tests before are there again; this one was told of.
    await look();
    const [row] = await dashboard.query<{ told: number; mails: number }>(
      `SELECT count(*)::int AS told, count(DISTINCT mail_id)::int AS mails FROM notice_task
       WHERE mail_id = (SELECT min(mail_id::text)::uuid FROM notice_task)`,
    );
    expect(row).toEqual({ told: 1, mails: 1 });
  });
});

describe('a recipient', () => {
  it('is kept sealed, shown masked, and removed for good', async () => {
    const { status, body } = await register();
    expect([status, body.address]).toEqual([201, 's***@banyumas.example']);
    const { items } = (await dashboard.get(RECIPIENTS, { role: 'registry-officer' })).body;
    expect(items).toMatchObject([{ id: body.id, address: 's***@banyumas.example', roles: ['registry-officer'] }]);
    for (const table of ['notice_recipient', 'idempotency', 'audit_log', 'outbox']) {
      const rows = await dashboard.query(`SELECT row_to_json(t)::text FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toContain('siti');
      expect(JSON.stringify(rows)).not.toContain(Buffer.from('siti').toString('hex'));
    }
    expect(await dashboard.query(`SELECT 1 FROM audit_log WHERE action = 'POST ${RECIPIENTS}'`)).not.toEqual([]);
    const remove = () =>
      dashboard.call('DELETE', `${RECIPIENTS}/${String(body.id)}`, undefined, { role: 'registry-officer' });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
  });

  it('is the same however often and however written it is registered', async () => {
    const first = await register();
    const again = await register('Siti.Aminah@Banyumas.example');
    expect(again.body.id).toBe(first.body.id);
  });

  it('is not there for other roles and regions', async () => {
    const { body } = await register();
    const strangers = [
      { role: 'agreement-officer' as const },
      { token: await dashboard.tokenOf('registry-officer', '33.04') },
    ];
    for (const stranger of strangers) {
      expect((await dashboard.get(RECIPIENTS, stranger)).body).toEqual({ items: [] });
      const path = `${RECIPIENTS}/${String(body.id)}`;
      expect((await dashboard.call('DELETE', path, undefined, stranger)).status).toBe(404);
    }
  });

  it('that the mail server does not know is not tried again until it is registered anew', async () => {
    mail.unknown.add(ADDRESS);
    await certificateEnds('2019-03-20');
    await register();
    await look();
    const refused = async () => (await dashboard.get(RECIPIENTS, { role: 'registry-officer' })).body.items[0].refusedAt;
    expect(await refused()).not.toBeNull();
    mail.unknown.clear();
    await look();
    expect(mail.received).toEqual([]);
    await register();
    expect(await refused()).toBeNull();
    await look();
    expect(mail.received).toHaveLength(1);
  });

  it('must be an address, and there are no more than 50 of them', async () => {
    for (const address of ['', 'siti', 'a@b, c@d', 'siti@banyumas.example\r\nBcc: x@y.example', 7]) {
      const { status, body } = await dashboard.post(RECIPIENTS, { address }, { role: 'registry-officer' });
      expect([address, status, body.errors?.[0]?.pointer]).toEqual([address, 422, '/address']);
    }
    for (let index = 0; index < 50; index += 1) await register(`petugas${String(index)}@banyumas.example`);
    const { status, body } = await register();
    expect([status, body.code]).toEqual([409, 'TOO_MANY_RECIPIENTS']);
  });
});

it('is off without a mail server, and with one needs to know its sender and where the pages are', () => {
  const settings = {
    SERAP_DATABASE_URL: 'postgresql://serap@localhost/serap',
    SERAP_LOG_URL: 'postgresql://serap@localhost/serap',
    SERAP_TOKEN_ISSUER: 'http://localhost',
    SERAP_TOKEN_KEYS_URL: 'http://localhost/jwks.json',
    SERAP_PERSONAL_DATA_KEY: TEST_KEY,
  };
  expect(readConfig(DashboardConfig, settings).SERAP_SMTP_URL).toBe('');
  const half = () =>
    readConfig(DashboardConfig, { ...settings, SERAP_SMTP_URL: 'smtps://serap:geheim@mail.example:465' });
  expect(half).toThrow(/SERAP_NOTICE_SENDER.*SERAP_PAGES_URL/);
  expect(half).not.toThrow(/geheim/);
});
