import { CODES, TITLES, type ErrorCode } from '#kernel/refusals/codes.js';
import { CODE_OF, ROWS, SENTENCES } from '#kernel/refusals/sentences.js';
import type { Words } from '#kernel/refusals/words.js';

export const ERRORS_PAGE = 'docs/api/errors.md';

const HEAD = `# Refusals

Made from the table of codes (libs/kernel/src/refusals) by \`npm run describe\`: change it there.

A refusal is a problem document (RFC 9457, \`application/problem+json\`). \`code\` is stable: decide by it, and by nothing that is said in words. \`type\` leads to a page about the code, \`/errors/CODE\`. \`title\`, \`detail\` and \`errors[].message\` are for people, in the language that \`Accept-Language\` asks for: \`id\` or \`en\`. Who names neither reads Indonesian in a page and English in a program; \`Content-Language\` says which it is. \`errors[].pointer\` (RFC 6901) points into the request. Where one answer tells of many requests (lines in bulk, rows of a file), each has its code there. \`{n}\` stands for what an answer fills in.`;

/** docs/api/errors.md, in Markdown. */
export function errorsPage(): string {
  return [HEAD, ...(Object.keys(CODES) as ErrorCode[]).sort().map(section)].join('\n\n') + '\n';
}

function section(code: ErrorCode): string {
  const { status, next } = CODES[code];
  const title = TITLES[status];
  const where = isOfRows(code) ? 'In rows of a file.' : `Status ${String(status)}: ${title.en} · ${title.id}.`;
  return [`## ${code}`, where, `What to do next: ${next}`, table(sentencesOf(code))].join('\n\n');
}

/** Codes that no answer has by itself. */
function isOfRows(code: ErrorCode): boolean {
  return !(Object.values(CODE_OF) as ErrorCode[]).includes(code);
}

function sentencesOf(code: ErrorCode): Words[] {
  const of = (table: Readonly<Record<string, Words>>): Words[] =>
    Object.entries(table).flatMap(([key, words]) => (key.split('.')[0] === code ? [words] : []));
  return [...of(SENTENCES), ...of(ROWS)];
}

function table(sentences: readonly Words[]): string {
  const rows = sentences.map(({ en, id }) => `| ${cell(en)} | ${cell(id)} |`);
  return ['| English | Indonesian |', '|---|---|', ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}
