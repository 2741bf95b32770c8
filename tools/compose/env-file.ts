/**
 * Reads a .env as docker compose does, of the plain kind: a line a setting, comments, values bare or in quotes.
 *
 * @throws Error for a `$` outside single quotes, where compose would fill something in
 */
export function readEnvFile(text: string): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const [, name, value = ''] = /^\s*(?:export\s+)?(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined) settings[name] = valueOf(name, value);
  }
  return settings;
}

function valueOf(name: string, value: string): string {
  const [, single] = /^'([^']*)'/.exec(value) ?? [];
  if (single !== undefined) return single;
  if (value.includes('$')) throw new Error(`${name} in .env has a $: write it between single quotes.`);
  const [, double] = /^"((?:[^"\\]|\\.)*)"/.exec(value) ?? [];
  if (double !== undefined) return double.replace(/\\(.)/g, '$1');
  return value.replace(/(^|\s+)#.*$/, '');
}
