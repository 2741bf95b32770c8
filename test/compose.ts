import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface ComposeService {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: unknown;
  readonly tmpfs?: readonly string[];
  readonly volumes?: readonly string[];
}

export interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
}

/**
 * docker-compose.yml as docker compose reads it: `\${NAME:?message}` and `\${NAME:-standard}` filled in, `$$` a dollar.
 *
 * @param env what would stand in .env
 * @throws Error naming a variable that has to be given and is not
 */
export function readCompose(env: Readonly<Record<string, string>>): Compose {
  return filled(parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }), env) as Compose;
}

/** Values are filled in after YAML was read, so that what they hold is no YAML. */
function filled(value: unknown, env: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return interpolated(value, env);
  if (Array.isArray(value)) return value.map((one) => filled(one, env));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, env)]));
}

function interpolated(text: string, env: Readonly<Record<string, string>>): string {
  return text.replace(/\$\$|\$\{(\w+):([?-])([^}]*)\}/g, (whole, name?: string, kind?: string, rest = '') => {
    if (name === undefined) return '$';
    const value = env[name] ?? '';
    if (value !== '') return value;
    if (kind === '-') return String(rest);
    throw new Error(`docker-compose.yml asks for ${name} (${whole}), and nothing gives it.`);
  });
}
