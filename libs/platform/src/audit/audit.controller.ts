import { Controller, Get, Query, type Type } from '@nestjs/common';
import { Type as Convert } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { isLocalDate } from '#kernel/local-date.js';
import { Allow, CurrentCaller, type Caller } from '../access/allow.js';
import { IsText, MayBeAbsent, rule } from '../http/shapes.js';
import { FindAudit, type AuditEntry, type AuditFilter } from './find-audit.js';

const CURSOR = /^(?!0000)\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z~[\w-]{1,60}$/;

/** An instant that the calendar has, to the microsecond, and the id of an entry. */
function IsAuditCursor(): PropertyDecorator {
  return rule(
    { name: 'isAuditCursor', message: 'must be `next` of the page before' },
    (value) => typeof value === 'string' && CURSOR.test(value) && isLocalDate(value.slice(0, 10)),
  );
}

class AuditQuery implements AuditFilter {
  @Convert(() => Number) @IsInt() @Min(1) @Max(500) limit = 100;
  /** `next` of the page before. */
  @MayBeAbsent() @IsAuditCursor() before?: string;
  @MayBeAbsent() @IsText(200) principal?: string;
  @MayBeAbsent() @IsText(100) subject?: string;
}

/** @param path of the service that it stands in, e.g. `api/registry/audit` */
export function auditController(path: string): Type {
  @Controller(path)
  class AuditController {
    constructor(private readonly findAudit: FindAudit) {}

    /** Who changed what, the latest first: of the caller's own region, all of it for platform. */
    @Get()
    @Allow('audit:read')
    list(@Query() query: AuditQuery, @CurrentCaller() caller: Caller): Promise<{ items: AuditEntry[]; next?: string }> {
      return this.findAudit.page(caller, query);
    }
  }
  return AuditController;
}
