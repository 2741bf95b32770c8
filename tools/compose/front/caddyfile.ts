const MIB = 2 ** 20;

export interface Site {
  readonly ports: readonly number[];
  /** What is answered without asking anybody, by exact path. */
  readonly answers: ReadonlyMap<string, number>;
  readonly maxBodyBytes: number;
  /** In the order in which they are tried; the last one takes every path. */
  readonly routes: readonly { readonly path: string; readonly host: string; readonly port: number }[];
  /** When a service does not answer. */
  readonly failure: { readonly on: readonly number[]; readonly status: number; readonly text: string };
}

/**
 * Reads the few words of the Caddyfile in docker-compose.yml.
 *
 * @param env what `{$NAME}` stands for
 * @throws Error for a word that it does not know, and for an address with a certificate
 */
export function readCaddyfile(text: string, env: Readonly<Record<string, string | undefined>>): Site {
  const [head = '', ...lines] = text
    .replace(/\{\$(\w+)\}/g, (_, name: string) => env[name] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && line !== '}');
  const ports = head
    .replace(/\{$/, '')
    .split(',')
    .map((address) => portOf(address.trim()));
  const named = new Map<string, string[]>();
  const answers = new Map<string, number>();
  const routes: Site['routes'][number][] = [];
  let maxBodyBytes = Infinity;
  let failure = { on: [] as number[], status: 502, text: '' };
  for (const line of lines) {
    const [word = '', ...rest] = line.split(/\s+/);
    if (word.startsWith('@') && rest[0] === 'path') {
      named.set(word, rest.slice(1));
    } else if (word === 'respond' && rest[0]?.startsWith('@')) {
      for (const path of named.get(rest[0]) ?? []) answers.set(path, Number(rest[1]));
    } else if (word === 'respond') {
      const [, said = '', status] = /"([^"]*)"\s+(\d+)$/.exec(line) ?? [];
      failure = { ...failure, text: said, status: Number(status) };
    } else if (word === 'max_size') {
      maxBodyBytes = Number(/^(\d+)MiB$/.exec(rest[0] ?? '')?.[1]) * MIB;
    } else if (word === 'reverse_proxy') {
      const [host = '', port] = rest.at(-1)?.split(':') ?? [];
      routes.push({ path: rest.length > 1 ? (rest[0] ?? '') : '*', host, port: Number(port) });
    } else if (word === 'handle_errors') {
      failure = { ...failure, on: rest.filter((one) => one !== '{').map(Number) };
    } else if (word !== 'request_body' && word !== 'header') {
      throw new Error(`The Caddyfile says ${word}, which nobody has taught this.`);
    }
  }
  return { ports, answers, maxBodyBytes, routes: byLength(routes), failure };
}

function portOf(address: string): number {
  const [, port] = /^(?:http:\/\/)?:(\d+)$/.exec(address) ?? [];
  if (port === undefined) throw new Error(`${address}: certificates are Caddy's own work, this has none.`);
  return Number(port);
}

/** Caddy sorts one directive's lines by their paths: the longer one comes first, the one without a path last. */
function byLength(routes: readonly Site['routes'][number][]): Site['routes'] {
  return [...routes].sort((a, b) => b.path.length - a.path.length);
}
