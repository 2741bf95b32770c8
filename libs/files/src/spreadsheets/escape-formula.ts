/** A spreadsheet would run what begins so. */
const FORMULA = /^[=+\-@\t\r]/;

/** Text that a spreadsheet shows and never runs. */
export function escapeFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
