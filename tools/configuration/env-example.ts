import type { Variable } from './variables.js';

export const ENV_EXAMPLE = '.env.example';

interface Asked {
  readonly name: string;
  /** What counts when it is absent; undefined: it has to be given. */
  readonly standard: string | undefined;
  /** What docker compose says when it is missing. */
  readonly message: string;
}

/**
 * .env.example: what docker-compose.yml asks of its surroundings, in the order in which it asks. What is for compose alone
 * is described at its head, as `# NAME: words`.
 *
 * @param compose text of docker-compose.yml
 */
export function envExample(compose: string, all: readonly Variable[]): string {
  const own = new Map(
    [...compose.matchAll(/^# (\w+): (.*)$/gm)].map(([, name = '', about = '']) => [name, sentence(about)]),
  );
  for (const { name, about } of all) own.set(name, about);
  return [HEAD, ...asked(compose).map((one) => entry(one, own))].join('\n\n') + '\n';
}

const HEAD = `# Settings of docker-compose.yml: copy this file to .env and fill it in. Made by \`npm run describe\`.
# A value with $ or # in it stands between single quotes.`;

/** \`\${NAME:?message}\` and \`\${NAME:-standard}\`, each once; \`$$\` is no question. */
export function asked(compose: string): Asked[] {
  const found = new Map<string, Asked>();
  for (const [, name = '', kind, text = ''] of compose.matchAll(/(?<!\$)\$\{(\w+):([?-])([^}]*)\}/g)) {
    if (!found.has(name)) {
      found.set(name, { name, standard: kind === '-' ? text : undefined, message: kind === '?' ? text : '' });
    }
  }
  return [...found.values()];
}

function entry({ name, standard, message }: Asked, abouts: ReadonlyMap<string, string>): string {
  const about = abouts.get(name) ?? sentence(message);
  const comment = about === '' ? '' : `${wrap(about)}\n`;
  return standard === undefined ? `${comment}${name}=` : `${comment}# ${name}=${standard}`;
}

function sentence(text: string): string {
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}

/** Comment lines of at most 118 characters. */
function wrap(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    if ((lines.at(-1) ?? '').length + word.length > 115) lines.push('');
    lines.push(`${lines.pop() ?? ''} ${word}`);
  }
  return lines.map((line) => `#${line}`).join('\n');
}
