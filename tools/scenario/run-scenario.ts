import { loadSample, type SampleInput, type SampleOrder } from '../sample/index.js';
import { Client, type OrderView } from '../system/client.js';
import { waitUntilQuiet } from '../system/quiet.js';
import { startOfDay } from '../system/start-of-day.js';
import type { LogKind, System } from '../system/system.js';
import { withTemporarySystem } from '../system/temporary-system.js';
import { audit, INVARIANTS, type Breach } from '../verify/audit.js';
import { readOutcome, type Outcome } from './outcome.js';

export interface ScenarioOptions {
  readonly name: string;
  readonly sample: SampleInput;
  /** Orders in the order in which they arrive. */
  readonly orders: readonly SampleOrder[];
  readonly log: LogKind;
  readonly progress: (what: string) => void;
  /** Called at named moments, for tests that break something there. */
  readonly moment?: (name: Moment, system: System) => Promise<void>;
}

export type Moment = 'loading' | 'loaded' | 'first-order' | 'orders-placed' | 'bound';

export interface ScenarioResult extends Outcome {
  readonly scenario: string;
  readonly log: LogKind;
  readonly orders: readonly string[];
  /** Sum of the promises in the answers to the POSTs, before any run. */
  readonly promisedInAnswers: number;
  readonly breaches: readonly Breach[];
  readonly invariantsChecked: number;
  readonly seconds: number;
}

/**
 * Sets up a whole system in a fresh temporary folder, drives it through HTTP only, waits until quiet, binds, verifies, and
 * removes everything again.
 */
export async function runScenario(options: ScenarioOptions): Promise<ScenarioResult> {
  const started = Date.now();
  const { log, progress } = options;
  const result = await withTemporarySystem({ log, durable: false, progress }, (system) => drive(system, options));
  return { ...result, seconds: Math.round((Date.now() - started) / 1000) };
}

async function drive(system: System, options: ScenarioOptions): Promise<Omit<ScenarioResult, 'seconds'>> {
  const { sample, orders, progress, moment = () => Promise.resolve() } = options;
  await startOfDay(system, sample.day);
  progress('Loading the sample');
  const loading = loadSample(
    {
      registryUrl: system.url,
      agreementsUrl: system.url,
      token: (role, region) => system.token(role, region),
      progress: (done, total, label) => {
        progress(`${label}: ${String(done)} of ${String(total)}`);
      },
    },
    sample,
  );
  await Promise.all([loading, moment('loading', system)]);
  await waitUntilQuiet(system);
  await moment('loaded', system);

  progress('Placing the orders');
  let promisedInAnswers = 0;
  for (const [index, order] of orders.entries()) {
    const { partner, ...body } = order;
    const answer = await new Client(system, 'partner-intake', partner).post<OrderView>(
      '/api/orders',
      body,
      `scenario-${partner}`,
    );
    promisedInAnswers += answer.lines.reduce((total, line) => total + line.promised, 0);
    if (index === 0) await moment('first-order', system);
  }
  await moment('orders-placed', system);
  await waitUntilQuiet(system);

  progress('Binding');
  const run = await new Client(system, 'operations', '33.02').post<{ id: string }>(
    '/api/orders/runs',
    { origin: '33.02' },
    'scenario-run',
  );
  await moment('bound', system);
  await waitUntilQuiet(system);
  progress('Verifying');
  const partners = orders.map((order) => order.partner);
  return {
    scenario: options.name,
    log: options.log,
    orders: partners,
    promisedInAnswers,
    ...(await readOutcome(system, partners, run.id)),
    breaches: await audit(system.addresses, system.eventLog),
    invariantsChecked: INVARIANTS.length,
  };
}
