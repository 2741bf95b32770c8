import type { Unit } from '../api/types.js';

export type Language = 'id' | 'en';

/** What the sentences of a reason are made from: words already, no codes. */
export interface ReasonParts {
  /** Partners that the binding names, joined: "Ternate" or "Ternate, Sijunjung dan Sulawesi Selatan". */
  readonly partners: string;
  readonly certificates: string;
  readonly lots: string;
  readonly quantity: string;
  /** How far to relax; the gain where the reason does not say. */
  readonly by: string;
  readonly gain: string;
}

/** A refusal to sell in words. */
export interface ReasonWords {
  /** After a quantity: "2 ton tanpa sertifikat". */
  readonly short: (parts: ReasonParts) => string;
  /** As a label of its own: "Tanpa sertifikat". */
  readonly label: string;
  /** What it means, for the glossary and the tooltip. */
  readonly meaning: string;
  /** What relaxing it sells; absent where nothing can be relaxed. */
  readonly more?: (parts: ReasonParts) => string;
  /** That relaxing it alone sells nothing. */
  readonly alone?: (parts: ReasonParts) => string;
  /** Who can change it. */
  readonly who?: string;
}

/** What the sentence of a task is made from: words already, no codes. */
export interface TaskParts {
  readonly partner: string;
  readonly goods: string;
  readonly amount: string;
  readonly count: string;
  /** Kind of certificate, stage, or service with its cause. */
  readonly detail: string;
}

export interface TaskWords {
  readonly heading: string;
  readonly none: string;
  readonly more: (tasks: string) => string;
  readonly fewer: string;
  readonly overdue: (tasks: string) => string;
  readonly until: (when: string) => string;
  readonly late: (when: string) => string;
  readonly reference: (id: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly file: string;
  /** By kind: what is to be done, as a sentence. */
  readonly kinds: Readonly<Record<string, (parts: TaskParts) => string>>;
  /** By stage: what an agreement at it waits for. */
  readonly nextSteps: Readonly<Record<string, string>>;
}

export interface Words {
  readonly locale: string;
  readonly name: string;
  /** Names of the pages. */
  readonly pages: {
    readonly operations: string;
    readonly intake: string;
    readonly agreements: string;
    readonly registry: string;
  };
  readonly and: string;
  readonly units: Readonly<Record<Unit, string>>;
  /** One of the unit of trade, as a price is for. */
  readonly unit: Readonly<Record<Unit, string>>;
  readonly tonne: string;
  readonly kilogram: string;
  readonly kodi: string;
  readonly commodities: Readonly<Record<string, { readonly long: string; readonly short: string }>>;
  readonly zones: Readonly<Record<string, string>>;
  readonly clock: { readonly simulated: string; readonly label: string };
  readonly age: {
    readonly fresh: (seconds: number) => string;
    readonly polling: (seconds: number) => string;
    readonly behind: (events: string) => string;
    readonly lost: (since: string) => string;
    readonly unknownLag: string;
  };
  readonly head: {
    readonly loading: string;
    readonly nothing: string;
    readonly nothingNext: string;
    readonly sold: (promised: string, surplus: string) => string;
    readonly allSold: (surplus: string) => string;
    readonly noneSold: (surplus: string) => string;
    readonly noSurplus: (wanted: string) => string;
    readonly unsold: (quantity: string, parts: string) => string;
    readonly waiting: (quantity: string) => string;
    readonly contributors: (paid: string, all: string) => string;
  };
  readonly households: {
    readonly line: (count: string) => string;
    readonly how: string;
    readonly method: (sold: string, perWeek: string, count: string) => string;
  };
  readonly flow: {
    readonly heading: string;
    readonly asTable: string;
    readonly asPicture: string;
    readonly key: string;
    readonly hint: string;
    readonly lot: (label: string) => string;
    /** Lots that are not told apart, by what they all hold; none: they hold nothing. */
    readonly goods: (certificates: string) => string;
    readonly supply: string;
    readonly buyers: string;
    readonly noCertificate: string;
    readonly bandSold: (
      lot: string,
      partner: string,
      quantity: string,
      status: string,
      contributors: string,
      orders: string,
    ) => string;
    /** Of lots that are not told apart. */
    readonly bandTogether: (goods: string, partner: string, quantity: string, status: string) => string;
    readonly bandUnsold: (lot: string, quantity: string, reason: string) => string;
    readonly bandWaiting: (lot: string, quantity: string) => string;
    readonly promisedNotBound: (quantity: string) => string;
    readonly full: { readonly quota: string; readonly demand: string };
    readonly legend: { readonly sold: string; readonly unsold: string; readonly waiting: string };
    readonly columns: { readonly lot: string; readonly to: string; readonly quantity: string; readonly what: string };
    readonly describe: (commodity: string) => string;
  };
  readonly why: {
    readonly heading: string;
    readonly none: string;
    readonly ahead: (
      what: string,
      certificates: string,
      partners: string,
      quantity: string,
      lots: string,
      demandToo: boolean,
    ) => string;
    readonly idle: (certificate: string, lots: string, askers: string, stopped: string) => string;
    readonly allServed: string;
    readonly then: (reasons: string) => string;
    readonly who: (person: string) => string;
    readonly openAgreement: (partner: string) => string;
  };
  readonly partners: {
    readonly heading: string;
    readonly columns: {
      readonly partner: string;
      readonly wanted: string;
      readonly promised: string;
      readonly bound: string;
      readonly quota: string;
      readonly freight: string;
      readonly transit: string;
      readonly limit: string;
    };
    readonly left: (left: string) => string;
    readonly of: (consumed: string, quota: string) => string;
    readonly periods: Readonly<Record<string, string>>;
    readonly notInForce: string;
    readonly days: (days: number) => string;
    readonly none: string;
    readonly missing: (quantity: string, reason: string) => string;
  };
  readonly orders: {
    readonly heading: string;
    readonly empty: string;
    readonly line: (promised: string, wanted: string, commodity: string) => string;
    readonly show: string;
    readonly hide: string;
    readonly statuses: Readonly<Record<string, string>>;
    readonly events: Readonly<Record<string, string>>;
    readonly more: (count: string) => string;
  };
  readonly tasks: TaskWords;
  readonly stages: Readonly<Record<string, string>>;
  readonly allocationStates: Readonly<Record<string, string>>;
  readonly others: { readonly heading: string; readonly open: string; readonly shown: string };
  readonly health: {
    readonly heading: string;
    readonly run: (when: string, verified: boolean) => string;
    readonly runGap: (quantity: string) => string;
    readonly runFailed: (when: string) => string;
    readonly noRun: string;
    readonly lag: (events: string) => string;
    readonly noLag: string;
    readonly dead: (count: string) => string;
    readonly noDead: string;
    readonly standing: (place: string, since: string) => string;
    readonly noStanding: string;
    readonly outbox: (events: string, seconds: string) => string;
    readonly tooLarge: string;
    readonly columns: { readonly topic: string; readonly events: string; readonly last: string };
  };
  /** Of what each service says of itself. */
  readonly services: {
    readonly heading: string;
    /** All four have answered, and nothing is amiss in any. */
    readonly allWell: string;
    readonly notAll: (services: string) => string;
    readonly asked: string;
    readonly silent: string;
    readonly allOut: string;
    readonly oldest: (event: string, topic: string) => string;
    readonly kept: (count: string) => string;
  };
  readonly notes: {
    readonly heading: string;
    readonly sourced: readonly string[];
    readonly assumed: string;
    readonly regions: string;
  };
  readonly sign: {
    readonly heading: string;
    /** What happens when one presses `start`. */
    readonly how: string;
    readonly start: string;
    readonly ended: string;
    /** What becomes of what was half filled in. */
    readonly kept: string;
    readonly again: string;
    readonly done: string;
    /** Somebody else has signed in in this browser. */
    readonly changed: (now: string, before: string) => string;
    readonly roles: Readonly<Record<string, string>>;
    readonly out: string;
  };
  readonly reasons: Readonly<Record<string, ReasonWords>>;
}
