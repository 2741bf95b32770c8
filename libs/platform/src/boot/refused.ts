/** A command was not run, for a reason that its words tell whoever gave it. */
export class Refused extends Error {}
