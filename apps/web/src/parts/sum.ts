/** Of the pages that come later: the first script has no module of its own for it. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
