import { Refused } from '../api/client.js';

/** The services say what to do next; each error with its place. */
export function refusalText({ problem }: Refused): string {
  const parts = (problem.errors ?? []).map(({ pointer, message }) => `${pointer.split('/').at(-1) ?? ''} ${message}`);
  return [problem.detail ?? problem.code, ...parts].join(' · ');
}
