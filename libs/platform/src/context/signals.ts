/** Imports nothing, and is loaded before anything else: as process 1 of a container, Node heeds no signal of its own accord. */

const NUMBERS = { SIGTERM: 15, SIGINT: 2 } as const;
type Signal = keyof typeof NUMBERS;

/** Exit code of a process that a signal has ended, as shells count it. */
export function exitCodeOf(signal: Signal): number {
  return 128 + NUMBERS[signal];
}

/** Nothing has been taken yet, so there is nothing to give back; from where there is, boot.ts says what happens. */
let end: (signal: Signal) => void = (signal) => process.exit(exitCodeOf(signal));

/** From now on SIGTERM and SIGINT end the process: at once, until somebody knows better. */
export function heedSignals(): void {
  for (const signal of Object.keys(NUMBERS) as Signal[]) {
    process.on(signal, () => {
      end(signal);
    });
  }
  // A launcher that keeps a channel open takes its services with it, also when it is killed.
  process.on('disconnect', () => {
    end('SIGTERM');
  });
  // Who listens to the channel's end would otherwise never end before it.
  process.channel?.unref();
}

/** What a signal does from now on. */
export function onSignal(then: (signal: Signal) => void): void {
  end = then;
}
