import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Routes that change something and that nobody does by hand, each with why. */
const MACHINES: Readonly<Record<string, string>> = {
  'POST /api/orders/bulk': 'partners’ systems send many orders at once; people upload a file',
  'POST /api/orders/drafts': 'drafts of partners’ systems; the pages keep theirs in the browser',
  'PUT /api/orders/drafts/{id}': 'as above',
  'DELETE /api/orders/drafts/{id}': 'as above',
  'POST /api/orders/drafts/{id}/placement': 'as above',
  'POST /api/orders/{id}/shipments': 'offices’ systems send one order whole; people put loads together',
  'POST /api/registry/producers/bulk': 'offices’ systems register many at once; people upload a file',
  'POST /api/registry/producers/lookup': 'it changes nothing: a POST keeps the NIK out of addresses that are logged',
};
const MOST_MACHINES = 12;

const CHANGING = ['post', 'put', 'delete', 'patch'];
const DOCUMENTS = ['producer-registry', 'partnership-agreements', 'order-routing', 'operations-dashboard'];
const SOURCES = 'apps/web/src';

interface Source {
  readonly text: string;
  /** Addresses that it calls, each a list of segments; `*` is one that it works out, `**` a beginning that it is given. */
  readonly calls: readonly (readonly string[])[];
}

function routes(): string[] {
  return DOCUMENTS.flatMap((name) => {
    const { paths } = JSON.parse(readFileSync(`docs/api/${name}.openapi.json`, 'utf8')) as {
      paths: Record<string, Record<string, unknown>>;
    };
    return Object.entries(paths).flatMap(([path, verbs]) =>
      Object.keys(verbs)
        .filter((verb) => CHANGING.includes(verb))
        .map((verb) => `${verb.toUpperCase()} ${path}`),
    );
  });
}

function sourceOf(text: string): Source {
  // What is worked out may hold quotes of its own.
  const plain = text.replace(/\$\{[^}]*\}/g, '*');
  const literals = [...plain.matchAll(/[`'"](\*?\/[^`'"\s]*)[`'"]/g)].map(([, address = '']) => address);
  return {
    text,
    calls: literals.map((address) => {
      const [path = ''] = address.split('?');
      const segments = path.split('/').filter(Boolean);
      return path.startsWith('*') ? ['**', ...segments.slice(1)] : segments;
    }),
  };
}

function sources(): Source[] {
  return readdirSync(SOURCES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => sourceOf(readFileSync(join(entry.parentPath, entry.name), 'utf8')));
}

/** Whether a file calls a route: by its address, with what it works out named in the same file, and with its verb. */
function calls({ text, calls: addresses }: Source, route: string, all: readonly Source[]): boolean {
  const [verb = '', path = ''] = route.split(' ');
  if (verb !== 'POST' && !text.includes(`'${verb}'`)) return false;
  const wanted = path.split('/').filter(Boolean);
  return addresses.some((segments) => {
    const given = segments[0] === '**';
    const told = given ? segments.slice(1) : segments;
    const [before, rest] = given
      ? [wanted.slice(0, wanted.length - told.length), wanted.slice(wanted.length - told.length)]
      : [[], wanted];
    if (told.length !== rest.length || told.length === 0) return false;
    const beginning = `/${before.map((segment) => (segment.startsWith('{') ? '*' : segment)).join('/')}`;
    const known = !given || all.some((source) => source.calls.some((each) => `/${each.join('/')}` === beginning));
    return known && rest.every((segment, index) => isMeant(segment, told[index] ?? '', text));
  });
}

function isMeant(wanted: string, told: string, text: string): boolean {
  if (wanted.startsWith('{')) return told === '*';
  return told === wanted || (told === '*' && text.includes(`'${wanted}'`));
}

function without(all: readonly Source[]): string[] {
  return routes().filter((route) => !(route in MACHINES) && !all.some((source) => calls(source, route, all)));
}

describe('every route that changes something', () => {
  const all = sources();

  it('is called by a page, or is for machines', () => {
    expect(routes().length).toBeGreaterThan(60);
    expect(without(all)).toEqual([]);
  });

  it('is missed where no page calls it', () => {
    const some = all.filter(({ text }) => !text.includes("'/api/orders/loads'"));
    expect(without(some)).toContain('POST /api/orders/loads');
    expect(without([])).toHaveLength(routes().length - Object.keys(MACHINES).length);
  });

  it('is for machines in few cases, each a route that there is', () => {
    expect(Object.keys(MACHINES).length).toBeLessThanOrEqual(MOST_MACHINES);
    expect(Object.keys(MACHINES).filter((route) => !routes().includes(route))).toEqual([]);
  });
});
