import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import type { WrongSetting } from './wrong-setting.js';

const SECRET = 'serap:secret';
const FILE = '_FILE';

/** A setting that nobody may read by the way: it may come from a file, which `<name>_FILE` names. */
export function Secret(): PropertyDecorator {
  return (target, property) => {
    Reflect.defineMetadata(SECRET, true, target, property);
  };
}

export function isSecret(type: new () => object, name: string): boolean {
  return Reflect.getMetadata(SECRET, type.prototype as object, name) === true;
}

/**
 * The settings with the content of the files that some of them name.
 *
 * @param wrong gets each secret that cannot be had so
 */
export function withSecretsFromFiles(
  type: new () => object,
  settings: Readonly<Record<string, string>>,
  wrong: WrongSetting[],
): Record<string, string> {
  const values = { ...settings };
  for (const [variable, path] of Object.entries(settings)) {
    const name = variable.endsWith(FILE) ? variable.slice(0, -FILE.length) : '';
    if (!isSecret(type, name)) continue;
    const content = contentOf(path);
    if (content === undefined) wrong.push({ name: variable, words: 'names no readable file' });
    else if (settings[name] !== undefined) wrong.push({ name: variable, words: `${name} is set too` });
    else values[name] = content;
  }
  return values;
}

/** Editors end a file with a line feed, which is no part of the secret. */
function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch {
    return undefined;
  }
}
