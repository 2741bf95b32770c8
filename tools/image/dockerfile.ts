/** One instruction of a Dockerfile, continued lines joined. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** A stage: what follows one FROM. */
export interface Stage {
  /** `AS` name; empty for one without. */
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

/**
 * Reads a Dockerfile of the plain kind: one instruction a line, continued by `\`, comments on lines of their own.
 *
 * @throws Error for what comes before the first FROM
 */
export function readDockerfile(text: string): Stage[] {
  const stages: { name: string; instructions: Instruction[] }[] = [];
  const lines = text
    .replace(/^\s*#.*$/gm, '')
    .replace(/\\\r?\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  for (const line of lines) {
    const [, word = '', rest = ''] = /^(\w+)\s*(.*)$/.exec(line) ?? [];
    const name = word.toUpperCase();
    if (name === 'FROM') stages.push({ name: /\sAS\s+(\S+)$/i.exec(rest)?.[1] ?? '', instructions: [] });
    else if (stages.length === 0) throw new Error(`${word} comes before FROM.`);
    else stages.at(-1)?.instructions.push({ name, rest });
  }
  return stages;
}
