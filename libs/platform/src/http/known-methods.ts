import type { FastifyInstance } from 'fastify';

interface Known {
  readonly path: RegExp;
  readonly methods: readonly string[];
}

const known = new WeakMap<object, Known[]>();

/** Keeps which methods each path takes: a wrong one is refused as such, not as an address at which there is nothing. */
export function knowMethods(fastify: FastifyInstance): void {
  const routes: Known[] = [];
  known.set(fastify.server, routes);
  fastify.addHook('onRoute', ({ url, method }) => {
    // What stands for every path (the pages) says nothing of one.
    if (!url.includes('*')) routes.push({ path: patternOf(url), methods: [method].flat() });
  });
}

/** The methods that this path takes, in the order of the alphabet; none: there is nothing at it. */
export function methodsAt({ server }: Pick<FastifyInstance, 'server'>, url: string): string[] {
  const path = url.replace(/\?.*$/s, '');
  const routes = known.get(server)?.filter((route) => route.path.test(path)) ?? [];
  return [...new Set(routes.flatMap(({ methods }) => methods))].sort();
}

function patternOf(url: string): RegExp {
  const segments = url
    .split('/')
    .map((segment) => (segment.startsWith(':') ? '[^/]+' : segment.replace(/[^\w-]/g, String.raw`\$&`)));
  return new RegExp(`^${segments.join('/')}$`);
}
