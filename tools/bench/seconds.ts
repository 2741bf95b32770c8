/** Milliseconds as benches print them: seconds, to a tenth. */
export function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}
