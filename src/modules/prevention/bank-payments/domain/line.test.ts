import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, LIVE_LINES, lineNow, type LineState, mayHandInAgain, mayReissue, QUIET_MINUTES, type Said, type Via } from './line.ts';

const at = (minute: number) => `2026-11-20T08:${String(minute).padStart(2, '0')}:00.000Z`;
const word = (via: Via, says: Said, minute: number): Evidence => ({ via, says, at: at(minute), code: null, words: null, serialNo: null, on: null });

describe('一笔代发的结果，由知道的一切合起来说', () => {
  it.each([
    { what: '刚送出', words: [], state: 'sent' },
    { what: '没有答复', words: [word('own', 'no-answer', 1)], state: 'unknown' },
    { what: '没有答复，后来说已受理', words: [word('own', 'no-answer', 1), word('pull', 'accepted', 2)], state: 'sent' },
    { what: '没有答复，银行说没收到', words: [word('own', 'no-answer', 1), word('pull', 'not-found', 2)], state: 'unknown' },
    { what: '银行说没收到，重交后受理', words: [word('pull', 'not-found', 2), word('pull', 'accepted', 3)], state: 'sent' },
    { what: '说不清', words: [word('pull', 'accepted', 1), word('pull', 'unclear', 2)], state: 'unknown' },
    { what: '说不清，后来说处理中', words: [word('pull', 'unclear', 1), word('pull', 'processing', 2)], state: 'sent' },
    { what: '能问的银行发来通知：只是线索', words: [word('hint', 'paid', 1)], state: 'sent' },
    { what: '通知之后问到成功', words: [word('hint', 'paid', 1), word('pull', 'paid', 2)], state: 'paid' },
    { what: '通知说失败，问到成功', words: [word('hint', 'failed', 1), word('pull', 'paid', 2)], state: 'paid' },
    { what: '不能问的银行说成功', words: [word('push', 'paid', 1)], state: 'paid' },
    { what: '不能问的银行前后矛盾', words: [word('push', 'paid', 1), word('push', 'failed', 2)], state: 'unknown' },
    { what: '矛盾之后问明', words: [word('push', 'paid', 1), word('push', 'failed', 2), word('pull', 'failed', 3)], state: 'failed' },
    { what: '问明之后又来相反的通知', words: [word('pull', 'paid', 3), word('push', 'failed', 4)], state: 'unknown' },
    { what: '问明之前的相反通知迟到', words: [word('pull', 'paid', 3), word('push', 'failed', 2)], state: 'paid' },
    { what: '发了又退', words: [word('push', 'paid', 1), word('push', 'returned', 9)], state: 'returned' },
    { what: '退票先到', words: [word('push', 'returned', 9)], state: 'returned' },
    { what: '问到退票', words: [word('pull', 'paid', 1), word('pull', 'returned', 9)], state: 'returned' },
    { what: '只有退款进账，没有退票通知', words: [word('push', 'paid', 1), word('flow', 'refund-arrived', 9)], state: 'paid' },
  ] as const)('$what：$state', ({ words, state }) => {
    expect(lineNow(words).state).toBe(state);
  });

  const evidence = fc.record({
    via: fc.constantFrom<Via>('own', 'hint', 'push', 'pull', 'file', 'flow'),
    says: fc.constantFrom<Said>('no-answer', 'accepted', 'processing', 'unclear', 'paid', 'failed', 'returned', 'not-found', 'refund-arrived'),
    at: fc.integer({ min: 0, max: 9 }).map(at),
    code: fc.constantFrom(null, 'E1'),
    words: fc.constant(null),
    serialNo: fc.constantFrom(null, 'S1', 'S2'),
    on: fc.constant(null),
  });

  it('次序和重复都不改变答案', () => {
    fc.assert(
      fc.property(
        fc
          .array(evidence, { maxLength: 8 })
          .chain((words) => fc.tuple(fc.constant(words), fc.shuffledSubarray([...words, ...words, ...words], { minLength: words.length * 3 }))),
        ([words, shuffled]) => {
          expect(lineNow(shuffled)).toEqual(lineNow(words));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('没有银行（除了线索）说过发成或没发成，就不会是发成、没发成、退票', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 8 }), (words) => {
        const told = words.some((one) => ['push', 'pull', 'file'].includes(one.via) && ['paid', 'failed', 'returned'].includes(one.says));
        if (!told) expect(['sent', 'unknown']).toContain(lineNow(words).state);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('补发', () => {
  it.each([
    { state: 'failed', refundArrived: false, code: null },
    { state: 'returned', refundArrived: true, code: null },
    { state: 'returned', refundArrived: false, code: 'line-refund-awaited' },
    { state: 'unknown', refundArrived: true, code: 'line-outcome-open' },
    { state: 'sent', refundArrived: false, code: 'line-outcome-open' },
    { state: 'paid', refundArrived: true, code: 'line-paid' },
    { state: 'reissued', refundArrived: true, code: 'line-reissued' },
    { state: 'new', refundArrived: false, code: 'line-not-sent' },
    { state: 'dropped', refundArrived: false, code: 'line-not-sent' },
  ] as const)('$state，退款$refundArrived：$code', ({ state, refundArrived, code }) => {
    expect(mayReissue({ state, refundArrived })).toMatchObject(code === null ? { ok: true } : { ok: false, refusal: { code } });
  });

  it('能补发的，都不是占着债务的状态', () => {
    for (const state of LIVE_LINES) expect(mayReissue({ state, refundArrived: true }).ok).toBe(false);
  });

  const line = (state: LineState, neverReceived: boolean) => ({
    state,
    neverReceived,
    contradicted: false,
    refundArrived: false,
    by: null,
    paidOn: null,
    serialNo: null,
  });
  it.each([
    { what: '银行说没收到已半小时', lines: [line('unknown', true)], minutes: QUIET_MINUTES, code: null },
    { what: '差一分钟', lines: [line('unknown', true)], minutes: QUIET_MINUTES - 1, code: 'batch-answer-fresh' },
    { what: '有一笔只是不明', lines: [line('unknown', true), line('unknown', false)], minutes: 99, code: 'batch-outcome-open' },
    { what: '有一笔已发', lines: [line('unknown', true), line('paid', false)], minutes: 99, code: 'batch-outcome-open' },
    { what: '没有明细', lines: [], minutes: 99, code: 'batch-outcome-open' },
  ])('重新递交：$what → $code', ({ lines, minutes, code }) => {
    expect(mayHandInAgain(lines, minutes)).toMatchObject(code === null ? { ok: true } : { ok: false, refusal: { code } });
  });
});
