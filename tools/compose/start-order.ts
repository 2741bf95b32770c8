import type { Compose, ComposeService, Condition } from './compose-file.js';

/**
 * What a service waits for before it starts, and how far that must have come.
 *
 * @throws Error for a name that the file does not have
 */
export function dependencies(compose: Compose, name: string): [string, Condition][] {
  const service = compose.services[name];
  if (!service) throw new Error(`no such service: ${name}`);
  return needs(service);
}

function needs({ depends_on: needed = [] }: ComposeService): [string, Condition][] {
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
export function startOrder(compose: Compose, wanted: readonly string[]): string[] {
  const order: string[] = [];
  const visit = (name: string): void => {
    if (order.includes(name)) return;
    for (const [needed] of dependencies(compose, name)) visit(needed);
    order.push(name);
  };
  wanted.forEach(visit);
  return order;
}

/** A job, which is to end with 0; anything else is to go on. */
export function isJob({ services }: Compose, name: string): boolean {
  return Object.values(services).some((service) =>
    needs(service).some(([needed, condition]) => needed === name && condition === 'service_completed_successfully'),
  );
}

/** Those that belong to every start: what has a profile is run when it is asked for. */
export function standing({ services }: Compose): string[] {
  return Object.keys(services).filter((name) => services[name]?.profiles === undefined);
}
