import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { fixedClock, keptClock, systemClock } from './clock.ts';

afterEach(() => vi.useRealTimers());

describe('今天', () => {
  it.each([
    { at: '2026-11-22T15:59:59.999Z', today: '2026-11-22', why: '北京时间 23:59' },
    { at: '2026-11-22T16:00:00.000Z', today: '2026-11-23', why: '北京时间零点' },
    { at: '2026-12-31T16:00:00.000Z', today: '2027-01-01', why: '跨年' },
  ])('$why 是 $today', ({ at, today }) => {
    vi.useFakeTimers({ now: new Date(at), toFake: ['Date'] });
    expect(systemClock.today()).toBe(today);
  });

  it('固定的时钟不走', () => {
    const clock = fixedClock('2026-09-30', '23:59');
    expect(clock.today()).toBe('2026-09-30');
    expect(clock.now().toISOString()).toBe('2026-09-30T15:59:00.000Z');
  });
});

describe('可以拨动的时钟', () => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(() => db.drop());

  it('拨了以后看拨到的那天，时分秒照走；拨回来就是真的今天', async () => {
    const clock = await keptClock(db.store);
    expect(clock.movedTo()).toBeNull();
    expect(clock.today()).toBe(systemClock.today());
    await db.owner("update monitoring.clock set today = '2027-02-03'");
    await clock.refresh();
    expect([clock.movedTo(), clock.today()]).toEqual(['2027-02-03', '2027-02-03']);
    vi.useFakeTimers({ now: new Date('2026-11-22T20:30:15.000Z'), toFake: ['Date'] });
    // 04:30:15 in China.
    expect(clock.now().toISOString()).toBe('2027-02-02T20:30:15.000Z');
    vi.useRealTimers();
    await db.owner('update monitoring.clock set today = null');
    await clock.refresh();
    expect(clock.movedTo()).toBeNull();
  });
});
