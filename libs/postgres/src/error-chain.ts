const MOST = 20;

/** An error with all that led to it: its causes, what the driver said, and each of several; outermost first. */
export function chainOf(error: unknown): object[] {
  const chain = new Set<object>();
  const waiting = [error];
  while (waiting.length > 0 && chain.size < MOST) {
    const next = waiting.shift();
    if (typeof next !== 'object' || next === null || chain.has(next)) continue;
    chain.add(next);
    const { cause, driverError, errors } = next as { cause?: unknown; driverError?: unknown; errors?: unknown };
    waiting.push(driverError, cause, ...(Array.isArray(errors) ? (errors as unknown[]) : []));
  }
  return [...chain];
}
