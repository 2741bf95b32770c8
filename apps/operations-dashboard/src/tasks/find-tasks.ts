import { Injectable } from '@nestjs/common';
import type { Caller } from '#platform/access/allow.js';
import type { Page } from '#platform/http/shapes.js';
import type { Task, TaskCount } from '../domain/tasks.js';
import { TaskReader, type TaskCursor } from '../persistence/task-reader.js';
import type { TasksQuery } from './tasks.dto.js';

/** What the caller has to do. Its roles and its region say what that is, and nothing of the request. */
@Injectable()
export class FindTasks {
  constructor(private readonly tasks: TaskReader) {}

  async page(caller: Caller, { limit, cursor, kind }: TasksQuery): Promise<Page<Task>> {
    const found = await this.tasks.list(caller, limit + 1, { kind, after: cursorOf(cursor) });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return found.length > limit && last ? { items, next: cursorFor(last) } : { items };
  }

  async counts(caller: Caller): Promise<{ items: TaskCount[] }> {
    return { items: await this.tasks.count(caller) };
  }
}

/** `<deadline in milliseconds, or end>~<id>`: a deadline is never finer than a millisecond. */
function cursorFor({ deadline, id }: Task): string {
  return `${deadline === null ? 'end' : String(Date.parse(deadline))}~${id}`;
}

function cursorOf(text: string | undefined): TaskCursor | undefined {
  const [deadline, id] = text?.split('~') ?? [];
  if (deadline === undefined || id === undefined) return undefined;
  return { deadline: deadline === 'end' ? 'infinity' : new Date(Number(deadline)), id };
}
