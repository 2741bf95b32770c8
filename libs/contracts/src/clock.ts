import { IsInt } from 'class-validator';

/** The simulated business clock was moved. Key: `clock`. Owner: operations-dashboard. Subject: `clock`. Embedded run only. */
export class ClockAdvanced {
  /** Business time minus wall time, milliseconds. */
  @IsInt() offsetMs: number;
}
