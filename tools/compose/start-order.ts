import type { Compose, ComposeService, Condition } from './compose-file.js';

/** What a service waits for before it starts, and how far that must have come. */
export function dependencies({ depends_on: needed = [] }: ComposeService): [string, Condition][] {
  if (Array.isArray(needed)) return (needed as string[]).map((name) => [name, 'service_started']);
  return Object.entries(needed as Record<string, { condition: Condition }>).map(([name, { condition }]) => [
    name,
    condition,
  ]);
}

/**
 * The services wanted and all that they need, each after what it depends on.
 *
 * @throws Error for a name that the file does not have
 */
export function startOrder({ services }: Compose, wanted: readonly string[]): string[] {
  const order: string[] = [];
  const visit = (name: string): void => {
    if (order.includes(name)) return;
    const service = services[name];
    if (!service) throw new Error(`no such service: ${name}`);
    for (const [needed] of dependencies(service)) visit(needed);
    order.push(name);
  };
  wanted.forEach(visit);
  return order;
}

/** A job, which is to end with 0; anything else is to go on. */
export function isJob({ services }: Compose, name: string): boolean {
  return Object.values(services).some((service) =>
    dependencies(service).some(
      ([needed, condition]) => needed === name && condition === 'service_completed_successfully',
    ),
  );
}

/** Those that belong to every start: what has a profile is run when it is asked for. */
export function standing({ services }: Compose): string[] {
  return Object.keys(services).filter((name) => services[name]?.profiles === undefined);
}
