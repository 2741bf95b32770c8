import { readFile } from 'node:fs/promises';
import type { ServiceProcess } from '../system/service-process.js';

/** Resident memory of a service in MiB: now, and at its peak since it started. Source: proc_pid_status(5), so Linux only. */
export async function memoryOf({ pid }: ServiceProcess): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${String(pid ?? 0)}/status`, 'utf8');
  const mib = (field: string): number =>
    Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1_024);
  return { now: mib('VmRSS'), peak: mib('VmHWM') };
}
