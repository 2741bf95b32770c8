import { Controller, Get, Header, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { instant, number, yesNo } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import type { Page } from '#platform/http/shapes.js';
import type { Task, TaskCount } from '../domain/tasks.js';
import { FindTasks } from './find-tasks.js';
import { TasksQuery } from './tasks.dto.js';

@Controller('api/operations/tasks')
export class TasksController {
  constructor(private readonly findTasks: FindTasks) {}

  /** What the caller has to do now, the most urgent first, then what has no deadline. What is done is gone by itself. */
  @Get()
  @Allow('tasks:read')
  @Header('Cache-Control', 'private, no-cache')
  @Exports({
    file: 'perlu-tindakan',
    columns: {
      Jenis: 'kind',
      Batas: instant('deadline'),
      Terlambat: yesNo('overdue'),
      Hal: 'subject.type',
      Id: 'subject.id',
      Asal: 'origin',
      Mitra: 'partner',
      Pemilik: 'seller',
      Komoditas: 'commodity',
      Jumlah: number('quantity'),
      Satuan: 'unit',
      Rupiah: number('amount'),
      Banyaknya: number('count'),
      Keterangan: 'detail',
    },
  })
  list(@CurrentCaller() caller: Caller, @Query() query: TasksQuery): Promise<Page<Task>> {
    return this.findTasks.page(caller, query);
  }

  /** How many tasks of each kind the caller has, and how many of them are overdue. Kinds without any are left out. */
  @Get('counts')
  @Allow('tasks:read')
  @Header('Cache-Control', 'private, no-cache')
  @Exports({
    file: 'perlu-tindakan-jumlah',
    columns: { Jenis: 'kind', Banyaknya: number('tasks'), Terlambat: number('overdue') },
  })
  counts(@CurrentCaller() caller: Caller): Promise<{ items: TaskCount[] }> {
    return this.findTasks.counts(caller);
  }
}
