/** Tells how far a load is; `label` names the step. */
export type Progress = (done: number, total: number, label: string) => void;

const WIDTH = 30;

/** A bar that moves on a terminal; elsewhere a plain line when a step begins and at each quarter of it. */
export function progressBar(stream: NodeJS.WritableStream & { readonly isTTY?: boolean }): Progress {
  return stream.isTTY === true ? bar(stream) : plainLines(stream);
}

function bar(stream: NodeJS.WritableStream): Progress {
  return (done, total, label) => {
    const filled = total === 0 ? WIDTH : Math.floor((done * WIDTH) / total);
    const drawn = '█'.repeat(filled).padEnd(WIDTH, '░');
    stream.write(`\r\u001b[K${drawn} ${label} ${String(done)}/${String(total)}${done >= total ? '\n' : ''}`);
  };
}

function plainLines(stream: NodeJS.WritableStream): Progress {
  let last = '';
  return (done, total, label) => {
    const quarter = total === 0 ? 4 : Math.floor((done * 4) / total);
    const state = `${label} ${String(quarter)}`;
    if (state === last) return;
    last = state;
    stream.write(`${label}: ${String(done)} of ${String(total)}\n`);
  };
}
