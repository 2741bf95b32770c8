import type { Role } from '#platform/access/principal.js';
import type { Task } from '../src/domain/tasks.js';
import { startDashboard, type Dashboard } from './dashboard.js';
import { id, type Story } from './story.js';
import { ordinaryDay } from './task-story.js';

const TABLES =
  'producer, certificate, shipment, lot, lot_balance, agreement, placed_order, order_line, promise, allocation, dead_letter_seen';

/** A dashboard, asked for its tasks; each day begins with what an ordinary day tells, and with nothing else. */
export class TaskDesk {
  story: Story = ordinaryDay();
  /** Whom a cooperative that asks acts for: the seller of all lots of the sample. */
  aggregator = id('cooperative');

  private constructor(readonly dashboard: Dashboard) {}

  static async open(): Promise<TaskDesk> {
    return new TaskDesk(await startDashboard());
  }

  /** Forgets what was told before; the log goes on. */
  async newDay(): Promise<void> {
    await this.dashboard.query('DELETE FROM event_version');
    await this.dashboard.query(`TRUNCATE ${TABLES}`);
    this.story = ordinaryDay();
  }

  async ask<Answer>(role: Role, region: string, path = ''): Promise<Answer> {
    const claims = role === 'cooperative' ? { aggregator: this.aggregator } : {};
    const token = await this.dashboard.tokenOf(role, region, claims);
    const { status, body } = await this.dashboard.get(`/api/operations/tasks${path}`, { token });
    if (status !== 200) throw new Error(`${role} of ${region}: ${String(status)}`);
    return body as Answer;
  }

  async tasks(role: Role, region = '33.02', query = ''): Promise<readonly Task[]> {
    return (await this.ask<{ items: Task[] }>(role, region, query)).items;
  }

  /** Publishes what has been told, and waits until it is applied. */
  apply(): Promise<void> {
    return this.dashboard.apply(this.story.events.splice(0));
  }

  /** The tasks of a role once this has happened too. */
  async after(happened: (story: Story) => unknown, role: Role, region?: string): Promise<readonly Task[]> {
    happened(this.story);
    await this.apply();
    return this.tasks(role, region);
  }
}
