import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Market } from '#matching/format/market.js';
import type { MatchingResult } from '#matching/format/result.js';

const MAIN = join(process.cwd(), 'dist/tools/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'serap-cli-'));
const at = (name: string): string => join(folder, name);

interface Outcome {
  code: number;
  out: string;
  err: string;
}

function serap(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { cwd: folder }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
    });
  });
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(at(name), 'utf8'));
}

/** A result without what differs from run to run. */
function untimed(name: string): unknown {
  return { ...(read(name) as MatchingResult), timings: null };
}

function change(from: string, to: string, edit: (market: Market) => void): void {
  const market = read(from) as Market;
  edit(market);
  writeFileSync(at(to), JSON.stringify(market));
}

beforeAll(async () => {
  const size = ['--seed', '7', '--lots', '60', '--lines', '20', '--partners', '3', '--products', '3'];
  const made = await Promise.all(
    ['m.json', 'm.ndjson'].map((output) => serap('generate-market', ...size, '--output', output)),
  );
  expect(made.map(({ code }) => code)).toEqual([0, 0]);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('what would give another answer without a word', () => {
  it.each<[string, (text: string) => string, string]>([
    [
      'a name that stands twice',
      (text) => text.replace('"asOf"', '"priceScale":1,"asOf"'),
      '/priceScale: stands twice',
    ],
    [
      'one that stands twice, spelt with an escape',
      (text) => text.replace('"asOf"', '"\\u0061sOf":"2026-01-01","asOf"'),
      '/asOf: stands twice',
    ],
    [
      'a field of a lot that is misspelt',
      (text) => text.replace('"bestBefore"', '"bestbefor"'),
      'bestBefore was probably meant',
    ],
  ])('is refused: %s', async (_, edit, said) => {
    writeFileSync(at('slip.json'), edit(JSON.stringify(read('m.json'))));
    const { code, err } = await serap('match', '--input', 'slip.json', '--output', 'slip-result.json');
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(said) });
    expect(existsSync(at('slip-result.json'))).toBe(false);
  });

  it('is refused: a market in the place of a policy', async () => {
    const { code, err } = await serap('match', '--input', 'm.json', '--policy', 'm.json');
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('/policy/lots: is no field of the format'),
    });
  });

  it.each([
    ['--threads', 'abc'],
    ['--threads', '-3'],
    ['--limit', 'x'],
    ['--limit', '0'],
    ['--mode', 'guess'],
  ])('is refused: %s %s', async (option, value) => {
    expect((await serap('match', '--input', 'm.json', option, value)).code).toBe(2);
  });
});

it('reads a file with a byte order mark, as .json and as .ndjson', async () => {
  for (const name of ['m.json', 'm.ndjson']) {
    writeFileSync(at(`mark-${name}`), `\uFEFF${readFileSync(at(name), 'utf8')}`);
    const { code } = await serap('match', '--input', `mark-${name}`, '--output', 'mark-result.json');
    expect([name, code]).toEqual([name, 0]);
  }
});

it('says before a run that its output cannot be written', async () => {
  const { code, err } = await serap('match', '--input', 'no-such-file.json', '--output', 'no/such/folder/r.json');
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('--output: cannot be written') });
});

describe('serap match', () => {
  it('writes a verified result that verify-match proves in a process of its own', async () => {
    const { code, err } = await serap('match', '--input', 'm.json', '--output', 'r.json');
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('placed ') });
    const result = read('r.json') as MatchingResult;
    expect(result.proof).toMatchObject({ verified: true, gap: 0, upperBound: result.totals.quantity });
    expect(await serap('verify-match', 'm.json', 'r.json')).toMatchObject({
      code: 0,
      out: expect.stringContaining('verified: '),
    });
  });

  it('carries out what reasons name, and says which gain was invented', async () => {
    await serap('match', '--input', 'm.json', '--output', 'g.json');
    expect(await serap('verify-match', 'm.json', 'g.json', '--gains', '5')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^gains: [1-5] of \d+ solved anew\nverified: /),
    });
    const result = read('g.json') as MatchingResult;
    for (const { reasons } of [...result.unsold, ...result.unfilled]) {
      for (const reason of reasons) reason.gain += 1_000_000;
    }
    writeFileSync(at('invented.json'), JSON.stringify(result));
    expect(await serap('verify-match', 'm.json', 'invented.json', '--gains', '5')).toMatchObject({
      code: 1,
      out: expect.stringContaining('relaxed, the market sells'),
    });
    for (const wrong of [
      ['--gains', 'x'],
      ['--gains', '5', '--mode', 'promise'],
    ]) {
      expect(await serap('verify-match', 'm.json', 'g.json', ...wrong)).toMatchObject({ code: 2 });
    }
  });

  it('gives the same result for .json and .ndjson, on one thread and on two', async () => {
    const runs = await Promise.all([
      serap('match', '--input', 'm.json', '--threads', '1', '--output', 'one.json'),
      serap('match', '--input', 'm.ndjson', '--threads', '2', '--output', 'two.json'),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(untimed('two.json')).toEqual(untimed('one.json'));
  });

  it('gives the same bytes for products bound on two threads', async () => {
    await serap('generate-market', '--lots', '300', '--lines', '60', '--products', '3', '--output', 'parts.json');
    const runs = await Promise.all([
      serap('match', '--input', 'parts.json', '--threads', '1', '--output', 'apart-1.json'),
      serap('match', '--input', 'parts.json', '--threads', '2', '--output', 'apart-2.json'),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(untimed('apart-2.json')).toEqual(untimed('apart-1.json'));
  });

  it('answers in file order in promise mode, and proves that too', async () => {
    expect(await serap('match', '--input', 'm.json', '--mode', 'promise', '--output', 'p.json')).toMatchObject({
      code: 0,
    });
    expect(await serap('verify-match', 'm.json', 'p.json', '--mode', 'promise')).toMatchObject({ code: 0 });
  });

  it('takes another policy from a file and writes to standard output', async () => {
    const policy = { priceObjective: 'freight-only', priceTierPercent: 5, fairness: 'proportional' };
    writeFileSync(at('policy.json'), JSON.stringify(policy));
    const { code, out } = await serap('match', '--input', 'm.json', '--policy', 'policy.json');
    expect(code).toBe(0);
    expect((JSON.parse(out) as MatchingResult).allocations.every(({ why }) => why.tier === 0)).toBe(true);
  });
});

describe('serap refuses', () => {
  it('a malformed market as a whole, with a pointer to each fault, exit code 2', async () => {
    change('m.json', 'bad.json', ({ lots, lines }) => {
      Object.assign(lots[3] ?? {}, { quantity: -1 });
      Object.assign(lines[2] ?? {}, { needBy: '2026-02-30' });
    });
    const { code, err } = await serap('match', '--input', 'bad.json', '--output', 'none.json');
    expect(code).toBe(2);
    expect(err).toContain('/lots/3/quantity: ');
    expect(err).toContain('/lines/2/needBy: ');
    expect(existsSync(at('none.json'))).toBe(false);
  });

  it('a line of .ndjson by its number, exit code 2', async () => {
    const lines = readFileSync(at('m.ndjson'), 'utf8').trimEnd().split('\n');
    writeFileSync(at('kind.ndjson'), [...lines, '{"t":"other"}'].join('\n'));
    writeFileSync(at('torn.ndjson'), [...lines, '{"t":"lot"'].join('\n'));
    const number = `line ${String(lines.length + 1)}: `;
    for (const file of ['kind.ndjson', 'torn.ndjson']) {
      expect(await serap('match', '--input', file)).toMatchObject({ code: 2, err: expect.stringContaining(number) });
    }
  });

  it.each([
    ['what is no JSON', ['match', '--input', 'torn.json']],
    ['a file that is not there', ['match', '--input', 'absent.json']],
    ['an unknown command', ['mach']],
    ['a missing option', ['match']],
    ['an unknown mode', ['match', '--input', 'm.json', '--mode', 'guess']],
    ['a size that is no number', ['generate-market', '--lots', 'many']],
  ])('%s, exit code 2', async (_, args) => {
    writeFileSync(at('torn.json'), '{"asOf": ');
    expect(await serap(...args)).toMatchObject({ code: 2, out: '' });
  });

  it('to prove a result that someone changed, exit code 1', async () => {
    await serap('match', '--input', 'm.json', '--output', 'true.json');
    const result = read('true.json') as MatchingResult;
    result.allocations.pop();
    writeFileSync(at('false.json'), JSON.stringify(result));
    expect(await serap('verify-match', 'm.json', 'false.json')).toMatchObject({
      code: 1,
      out: expect.stringContaining('NOT verified'),
    });
  });

  it('promises that the stock cannot keep, naming the lines, exit code 1', async () => {
    change('m.json', 'short.json', ({ lots, lines }) => {
      for (const lot of lots) lot.quantity = 0;
      for (const lot of lots) delete lot.contributions;
      Object.assign(lines[0] ?? {}, { promised: 1 });
    });
    const { code, err } = await serap('match', '--input', 'short.json', '--output', 'none.json');
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('lacks 1') });
    expect(existsSync(at('none.json'))).toBe(false);
  });
});
