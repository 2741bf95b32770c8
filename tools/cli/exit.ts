/** Exit codes of the command line. */
export const EXIT = {
  ok: 0,
  /** An answer with a flaw: not verified, promises that cannot be kept, a limit reached. */
  partial: 1,
  /** Malformed input or wrong use. */
  usage: 2,
  /** A bug. */
  internal: 3,
} as const;
