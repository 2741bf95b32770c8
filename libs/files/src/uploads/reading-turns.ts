import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';

/** One at a time: what a file unpacks to is held in memory, and two files are no faster than one after the other. */
const READ_AT_ONCE = 1;
/** Files that lie in the temporary folder, waiting or being read. */
const TAKEN_AT_ONCE = 8;
const TAKEN_OF_ONE_CALLER = 4;
const LONGEST_WAIT_MS = 30_000;

/** Who may have a file read now: so that neither one caller nor all of them together fill the memory of the process. */
@Injectable()
export class ReadingTurns {
  private readonly taken = new Map<string, number>();
  private readonly waiting: (() => void)[] = [];
  private total = 0;
  private reading = 0;

  /**
   * Takes one more file of a caller, for as long as `work` takes.
   *
   * @throws DomainError TOO_MANY_REQUESTS for too many of one caller; UNAVAILABLE for too many in all
   */
  async take<T>(caller: string, work: () => Promise<T>): Promise<T> {
    const own = this.taken.get(caller) ?? 0;
    if (own >= TAKEN_OF_ONE_CALLER) {
      throw new DomainError('TOO_MANY_REQUESTS.files');
    }
    if (this.total >= TAKEN_AT_ONCE) throw busy();
    this.taken.set(caller, own + 1);
    this.total += 1;
    try {
      return await work();
    } finally {
      this.total -= 1;
      const left = (this.taken.get(caller) ?? 1) - 1;
      if (left === 0) this.taken.delete(caller);
      else this.taken.set(caller, left);
    }
  }

  /**
   * Waits for the files before it to have been read.
   *
   * @throws DomainError UNAVAILABLE when that takes too long
   */
  async read<T>(work: () => Promise<T>): Promise<T> {
    if (this.reading >= READ_AT_ONCE) await this.turn();
    else this.reading += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.reading -= 1;
    }
  }

  private turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(come), 1);
        reject(busy());
      }, LONGEST_WAIT_MS);
      const come = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push(come);
    });
  }
}

function busy(): DomainError {
  return new DomainError('UNAVAILABLE.files');
}
