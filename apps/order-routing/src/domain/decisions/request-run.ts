import { runMarket } from '../engine/run.js';
import type { Decision } from './decision.js';

/** A market is bound on demand. */
export const requestRun = {
  apply(context, { runId }, plan) {
    runMarket(context, plan, runId);
    return 'nothing';
  },

  answer: ({ origin, journal }, { runId }) => ({ id: runId, origin, journal }),
} satisfies Decision<{ readonly runId: string }>;
