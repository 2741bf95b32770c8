/** What a container's root folder gets beside the machine's programs. */
export interface Mount {
  /** `bind`: may be written to. `ro`: may not. `tmpfs`: memory, gone with the process. */
  readonly kind: 'bind' | 'ro' | 'tmpfs';
  /** Path on this machine; of a tmpfs its mount options. */
  readonly source: string;
  readonly target: string;
}

/** What stands for an image: its files, and what it would run. */
export interface Image {
  readonly mounts: readonly Mount[];
  readonly env: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly workdir: string;
  readonly stopSignal: NodeJS.Signals;
}

/** Of no image in particular. */
export const PLAIN: Image = {
  mounts: [],
  env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/tmp' },
  entrypoint: [],
  command: [],
  workdir: '/',
  stopSignal: 'SIGTERM',
};
