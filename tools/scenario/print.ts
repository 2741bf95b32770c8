import { INVARIANTS } from '../verify/audit.js';
import type { ScenarioResult } from './run-scenario.js';

const kilograms = (grams: number): string => `${new Intl.NumberFormat('id-ID').format(grams / 1000)} kg`;

/** Prints the outcome for people, and with `json` one object as the last line for programs. */
export function printResult(result: ScenarioResult, json: boolean): void {
  const { breaches, invariantsChecked, ...rest } = result;
  const lines = [
    `${result.scenario}: ${kilograms(result.promised)} of ${kilograms(result.surplus)} have a buyer (${kilograms(result.allocated)} bound to their lots).`,
    ...Object.entries(result.byPartner).map(([partner, grams]) => `  ${partner.padEnd(6)} ${kilograms(grams)}`),
    'Unsold:',
    ...result.unsold.map(
      ({ reason, quantity, gain }) => `  ${kilograms(quantity)} ${reason} (relaxing it alone sells ${kilograms(gain)})`,
    ),
    'Unfilled:',
    ...result.unfilled.map(
      ({ partner, reason, quantity }) => `  ${partner.padEnd(6)} ${kilograms(quantity)} ${reason}`,
    ),
    `${String(result.contributorsPaid)} contributors are paid. ${String(invariantsChecked)} invariants checked, ${String(breaches.length)} breaches, ${String(result.seconds)} s.`,
    ...breaches.map(
      ({ invariant, detail }) =>
        `  ${invariant} (${INVARIANTS.find(({ id }) => id === invariant)?.rule ?? ''}): ${detail}`,
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (!json) return;
  const broken = new Set(breaches.map(({ invariant }) => invariant)).size;
  const object = {
    scenario: rest.scenario,
    log: rest.log,
    orders: rest.orders,
    surplus: rest.surplus,
    promisedInAnswers: rest.promisedInAnswers,
    promised: rest.promised,
    allocated: rest.allocated,
    byPartner: rest.byPartner,
    unsold: rest.unsold,
    unfilled: rest.unfilled,
    contributorsPaid: rest.contributorsPaid,
    invariants: { checked: invariantsChecked, broken },
    seconds: rest.seconds,
  };
  process.stdout.write(`${JSON.stringify(object)}\n`);
}
