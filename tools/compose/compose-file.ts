import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Condition = 'service_started' | 'service_healthy' | 'service_completed_successfully';

export interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly dockerfile?: string; readonly args?: Readonly<Record<string, string>> };
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly profiles?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, { readonly condition: Condition }>>;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly volumes?: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly ports?: readonly string[];
  /** Instead of the image's own. */
  readonly stop_signal?: NodeJS.Signals;
  /** E.g. `30s`. */
  readonly stop_grace_period?: string;
  readonly healthcheck?: { readonly test: readonly string[]; readonly interval: string; readonly retries: number };
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
export function readCompose(env: Readonly<Record<string, string>>, file = 'docker-compose.yml'): Compose {
  return filled(parse(readFileSync(file, 'utf8'), { merge: true }), env) as Compose;
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
