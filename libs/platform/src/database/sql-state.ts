/** The five-character SQLSTATE of a database error, as pg or TypeORM wraps it; undefined when it is none. */
export function sqlState(error: unknown): string | undefined {
  const candidates = [error, (error as { driverError?: unknown } | undefined)?.driverError];
  for (const candidate of candidates) {
    const code = (candidate as { code?: unknown } | undefined)?.code;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}
