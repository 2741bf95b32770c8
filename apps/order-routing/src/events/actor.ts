/** Who asked for an input, in which call. */
export interface Actor {
  readonly principal: string;
  readonly correlationId: string;
  readonly causationId?: string;
}
