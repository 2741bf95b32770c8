import { READERS, type Variable } from './variables.js';

export const CONFIGURATION_PAGE = 'docs/configuration.md';

const SERVICES = Object.keys(READERS).filter((name) => !['migrate', 'topics', 'acls'].includes(name));

/** docs/configuration.md, in Markdown. */
export function configurationPage(all: readonly Variable[]): string {
  return [HEAD, ...all.map(section)].join('\n\n') + '\n';
}

const HEAD = `# Configuration

Made from the Config classes by \`npm run describe\`: change it there.

Services and commands read environment variables, once, when they start. What is wrong or missing is named then, all of it at once and without its value, and nothing has started. A variable that is set to nothing counts as absent.

A secret may come from a file instead: \`<name>_FILE\` holds its path. A line feed at the end of the file does not count. \`docs/operations.md\` shows the settings in use.`;

function section({ name, about, shape, standard, required, secret, readers }: Variable): string {
  const absent = standard === undefined ? (required ? 'Required.' : '') : `Absent: \`${standard}\`.`;
  const file = secret ? `Secret; or \`${name}_FILE\`.` : '';
  const facts = [`${shape.charAt(0).toUpperCase()}${shape.slice(1)}.`, absent, file, `Read by ${readBy(readers)}.`];
  return `## ${name}\n\n${about}\n\n${facts.filter((fact) => fact !== '').join(' ')}`;
}

function readBy(readers: readonly string[]): string {
  const every = SERVICES.every((name) => readers.includes(name));
  const names = every ? ['every service', ...readers.filter((name) => !SERVICES.includes(name))] : readers;
  return names.map((name) => (['migrate', 'topics', 'acls'].includes(name) ? `\`${name}\`` : name)).join(', ');
}
