import type { WrongSetting } from './wrong-setting.js';

/** Addresses, and the variable whose password they take when they have none of their own. */
const PASSWORDS = {
  SERAP_DATABASE_URL: 'SERAP_DATABASE_PASSWORD',
  SERAP_MIGRATION_DATABASE_URL: 'SERAP_MIGRATION_DATABASE_PASSWORD',
} as const;

const WITHOUT_PASSWORD = /^(postgres(?:ql)?:\/\/[^:@/?#]+)@/;

/**
 * The settings with each password in its address, whatever characters it has.
 *
 * @param read whether the process reads a setting of that name at all
 * @param wrong gets each password whose address is not there
 */
export function withPasswords(
  settings: Readonly<Record<string, string>>,
  read: (name: string) => boolean,
  wrong: WrongSetting[],
): Record<string, string> {
  const values = { ...settings };
  for (const [name, variable] of Object.entries(PASSWORDS)) {
    const address = settings[name];
    const password = settings[variable];
    if (password === undefined || !read(variable)) continue;
    if (address === undefined) {
      wrong.push({ name: variable, words: `needs ${name}, which is not set` });
    } else {
      values[name] = address.replace(
        WITHOUT_PASSWORD,
        (_, start: string) => `${start}:${encodeURIComponent(password)}@`,
      );
    }
  }
  return values;
}
