/**
 * Reads a .dockerignore.
 *
 * @returns whether a path of the folder, with `/` between its parts, stays out of the build: the last line that matches
 *   it or a folder above it decides
 */
export function readIgnore(text: string): (path: string) => boolean {
  const rules = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ out: !line.startsWith('!'), pattern: patternOf(line.replace(/^!/, '')) }));
  return (path) => {
    const parts = path.split('/');
    const above = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    return rules.reduce((out, rule) => (above.some((one) => rule.pattern.test(one)) ? rule.out : out), false);
  };
}

function patternOf(glob: string): RegExp {
  const source = glob
    .replace(/^\/|\/$/g, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(
      /\*\*\/|\*\*|\*|\?/g,
      (wild) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' })[wild] ?? '',
    );
  return new RegExp(`^${source}$`);
}
