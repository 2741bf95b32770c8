/** Two decimals. */
export const ms = (value: number): number => Math.round(value * 100) / 100;

/** Time on processors, of all threads: what other load on the machine does not move. */
export function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

export function memoryMB(): number {
  return Math.round(process.memoryUsage().rss / 1_048_576);
}
