import type { Lack, Stage } from './data.js';
import type { TermField } from './term-facts.js';

export type DocumentKind = 'joint-agreement' | 'pks' | 'council-decision' | 'power-of-attorney' | 'addendum' | 'other';
export type FilingKind = 'registered' | 'filed' | 'copy-sent' | 'published' | 'correspondence';

export interface AgreementsWords {
  readonly onlyParties: string;
  readonly unknown: string;
  readonly head: {
    readonly none: string;
    readonly noneNext: string;
    readonly inForce: (count: string) => string;
    readonly noneInForce: (inProgress: string) => string;
    readonly overdue: (partners: string, since: string) => string;
    readonly due: (partners: string, on: string) => string;
    /** The answer about one agreement. */
    readonly one: (partner: string, stage: string) => string;
    readonly until: (lastDay: string) => string;
    readonly lacks: (things: string) => string;
    readonly dueOne: (on: string) => string;
    readonly overdueOne: (since: string) => string;
  };
  readonly list: {
    readonly heading: string;
    readonly all: string;
    readonly export: string;
    readonly untilDay: (day: string) => string;
    readonly notSigned: string;
    readonly ending: string;
  };
  readonly facts: {
    readonly number: string;
    readonly regime: string;
    readonly council: (needed: boolean) => string;
    readonly edition: (number: string) => string;
  };
  readonly steps: {
    readonly heading: string;
    readonly next: string;
    readonly none: string;
    readonly clock: string;
    readonly lacks: (things: string) => string;
    readonly lack: Readonly<Record<Lack, string>>;
    readonly take: Readonly<Record<Stage, string>>;
    readonly sure: (step: string) => string;
    readonly back: string;
    readonly firstDay: string;
    readonly lastDay: string;
    readonly endsAfter: string;
    readonly endsAfterHint: string;
    readonly endsAfterRemark: (day: string) => string;
    readonly remark: string;
  };
  readonly documents: {
    readonly heading: string;
    readonly empty: string;
    readonly kinds: Readonly<Record<DocumentKind, string>>;
    readonly add: string;
    readonly kind: string;
    readonly number: string;
    readonly file: string;
    readonly fileHint: string;
    readonly reading: string;
    readonly print: (hash: string) => string;
    readonly send: string;
  };
  readonly signatories: {
    readonly heading: string;
    readonly empty: string;
    readonly add: string;
    readonly side: string;
    readonly sides: { readonly origin: string; readonly partner: string };
    readonly name: string;
    readonly office: string;
    readonly offices: { readonly 'head-of-region': string; readonly delegate: string };
    readonly power: string;
    readonly withPower: (number: string) => string;
    readonly withoutPower: string;
    readonly send: string;
  };
  readonly terms: {
    readonly heading: string;
    readonly empty: string;
    readonly destination: string;
    readonly commodity: string;
    readonly fields: Readonly<Record<TermField, string>>;
    readonly per: Readonly<Record<'day' | 'week' | 'month' | 'year' | 'whole', string>>;
    readonly anyPrice: string;
    readonly reserved: (quantity: string, hour: string) => string;
    readonly days: (days: number) => string;
    readonly nothing: string;
  };
  readonly quota: {
    readonly heading: string;
    readonly empty: string;
    readonly spent: (consumed: string, capacity: string, left: string) => string;
    readonly period: string;
    readonly capacity: string;
    readonly consumed: string;
    readonly left: string;
    readonly whole: string;
    readonly cell: (period: string, consumed: string, left: string) => string;
    readonly describe: (what: string) => string;
    readonly asTable: string;
    readonly export: string;
  };
  readonly addenda: {
    readonly heading: string;
    readonly empty: string;
    readonly title: (edition: string, number: string) => string;
    readonly before: (edition: string) => string;
    readonly after: (edition: string) => string;
    readonly what: string;
    readonly lastDay: string;
    readonly changes: Readonly<Record<'added' | 'removed' | 'changed' | 'same', string>>;
    readonly add: string;
    readonly number: string;
    readonly newLastDay: string;
    readonly remark: string;
    readonly send: string;
  };
  readonly filings: {
    readonly heading: string;
    readonly empty: string;
    readonly kinds: Readonly<Record<FilingKind, string>>;
    readonly add: string;
    readonly kind: string;
    readonly agenda: string;
    readonly date: string;
    readonly file: string;
    readonly note: string;
    readonly send: string;
    readonly export: string;
  };
  readonly reports: {
    readonly heading: string;
    readonly empty: string;
    readonly period: string;
    readonly dueOn: string;
    readonly state: string;
    readonly states: Readonly<Record<'submitted' | 'overdue' | 'running' | 'ahead', string>>;
    readonly submittedOn: (day: string, number: string) => string;
    readonly report: string;
    readonly pdf: string;
    readonly add: string;
    readonly which: string;
    readonly handedIn: string;
    readonly number: string;
    readonly file: string;
    readonly send: string;
    readonly export: string;
  };
  readonly history: { readonly heading: string; readonly addendum: string; readonly clock: string };
  readonly sending: {
    readonly busy: string;
    readonly offline: string;
    /** What to do after a refusal, by its code. */
    readonly refused: Readonly<Record<string, string>>;
    /** What a field takes, by its name in the call. */
    readonly fields: Readonly<Record<string, string>>;
  };
}
