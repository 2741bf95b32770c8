import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConsumingService } from './consumer-fixture.js';
import { NEW, TwoReleases } from './two-releases.js';

/** What becomes of events that the running release does not know, on either log. */
export function keptEventsContract(start: () => Promise<ConsumingService>): void {
  let at: TwoReleases;
  beforeEach(async () => {
    at = new TwoReleases(await start());
  });
  afterEach(() => at.service.stop());

  it('are kept, sealed, with type, subject and place; later events of the subject wait, other subjects go on', async () => {
    await at.consume(at.event('x', 1), at.event('x', 2, NEW), at.event('a', 1), at.event('x', 3), at.event('a', 2));
    expect(await at.service.effects()).toEqual(['x/1', 'a/1', 'a/2']);
    expect(await at.kept()).toMatchObject([{ type: NEW, subject: 'certificate:x', log_offset: 1 }]);
    expect((await at.kept())[0]!.body.toString('latin1')).not.toContain('33.02');
    expect(await at.parked()).toEqual([{ subject: 'certificate:x' }]);
    expect(at.service.observer.unknown).toEqual([NEW]);
    expect(at.service.observer.dead).toEqual([]);
  });

  it('are handled after the upgrade in the order of the log, with what waited behind them, one a transaction', async () => {
    await at.consume(at.event('x', 1, NEW), at.event('y', 1, NEW), at.event('x', 2));
    await at.consume(at.event('y', 2, NEW), at.event('a', 1), at.event('x', 3));
    expect(await at.service.effects()).toEqual(['a/1']);
    at.service.handler.batches.length = 0;
    expect(await at.upgrade()).toEqual(['a/1', 'x/1', 'y/1', 'x/2', 'y/2', 'x/3']);
    expect(at.service.handler.batches).toEqual([1, 1, 1, 1, 1, 1]);
    expect(at.service.observer.appliedLater).toBe(5);
    expect(await at.kept()).toEqual([]);
    expect(await at.parked()).toEqual([]);
    await at.consume();
    expect(await at.service.effects()).toHaveLength(7);
  });

  it('have their effect once, though the release that finds them is interrupted after any of them', async () => {
    await at.consume(at.event('x', 1, NEW), at.event('x', 2), at.event('y', 1, NEW), at.event('x', 3));
    const interrupted = new Set<string>();
    at.service.handler.failing = ({ event: { id } }) => {
      if (interrupted.has(id)) return;
      interrupted.add(id);
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    };
    expect(await at.upgrade()).toEqual(['x/1', 'x/2', 'y/1', 'x/3']);
    expect(interrupted.size).toBe(5);
  });
}
