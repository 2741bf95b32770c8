/** Addresses, and the variable whose password they take when they have none of their own. */
const PASSWORDS = {
  SERAP_DATABASE_URL: 'SERAP_DATABASE_PASSWORD',
  SERAP_MIGRATION_DATABASE_URL: 'SERAP_MIGRATION_DATABASE_PASSWORD',
} as const;

const WITHOUT_PASSWORD = /^(postgres(?:ql)?:\/\/[^:@/?#]+)@/;

/** The settings with each password in its address, whatever characters it has. */
export function withPasswords(settings: Readonly<Record<string, string>>): Record<string, string> {
  const values = { ...settings };
  for (const [name, variable] of Object.entries(PASSWORDS)) {
    const address = settings[name];
    const password = settings[variable];
    if (address === undefined || password === undefined) continue;
    values[name] = address.replace(WITHOUT_PASSWORD, (_, start: string) => `${start}:${encodeURIComponent(password)}@`);
  }
  return values;
}
