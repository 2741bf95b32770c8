import { sampleInput, sampleOrders, type ScenarioName } from '../../tools/sample/index.js';
import { runScenario, type Moment, type ScenarioResult } from '../../tools/scenario/run-scenario.js';
import type { LogKind, System } from '../../tools/system/system.js';

export interface ScenarioChoice {
  readonly orders?: readonly string[];
  readonly log?: LogKind;
  readonly size?: 'full' | 'small';
  readonly moment?: (name: Moment, system: System) => Promise<void>;
}

/** The sample's scenario on a fresh system: four processes, a database each, HTTP only. */
export function scenario(name: ScenarioName, choice: ScenarioChoice = {}): Promise<ScenarioResult> {
  const all = sampleOrders(name, 'sugar');
  const orders = (choice.orders ?? ['82.71', '13.03', '73']).map((partner) =>
    all.find((order) => order.partner === partner)!,
  );
  return runScenario({
    name,
    sample: sampleInput(name, { size: choice.size ?? 'small', goods: 'sugar' }),
    orders,
    log: choice.log ?? 'postgres',
    progress: () => undefined,
    ...(choice.moment ? { moment: choice.moment } : {}),
  });
}

/** The figures of the answer key, whatever the order of arrival. */
export const IN_FORCE = {
  surplus: 15_000_000,
  promisedInAnswers: 12_500_000,
  promised: 12_500_000,
  allocated: 12_500_000,
  byPartner: { '73': 6_000_000, '82.71': 3_500_000, '13.03': 3_000_000 },
  unsold: [
    { reason: 'CERTIFICATE_MISSING', quantity: 2_000_000, gain: 0 },
    { reason: 'QUOTA_EXHAUSTED', quantity: 500_000, gain: 500_000 },
  ],
  unfilled: [{ partner: '82.71', reason: 'QUOTA_EXHAUSTED', quantity: 500_000 }],
  breaches: [],
};
