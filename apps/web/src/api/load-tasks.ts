import { get } from './client.js';
import type { Task, TaskCount } from './types.js';

/** What whoever is signed in has to do. */
export interface TaskList {
  /** The most urgent 50. */
  readonly tasks: readonly Task[];
  readonly taskCounts: readonly TaskCount[];
}

export async function loadTasks(): Promise<TaskList> {
  const [tasks, counts] = await Promise.all([
    get<{ items: Task[] }>('/api/operations/tasks?limit=50'),
    get<{ items: TaskCount[] }>('/api/operations/tasks/counts'),
  ]);
  return { tasks: tasks.items, taskCounts: counts.items };
}
