import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BatchFacts, type BatchState, type BatchStep, isWithBank, progressOf, takeStep } from './batch.ts';
import type { LineState } from './line.ts';

const STATES: readonly BatchState[] = [
  'draft',
  'checked',
  'approved',
  'submitted',
  'accepted',
  'rejected',
  'processing',
  'partial',
  'finished',
  'reconciled',
  'cancelled',
];
const STEPS: readonly BatchStep[] = ['check', 'approve', 'send-back', 'submit', 'cancel', 'reconcile'];
const sound = (change: Partial<BatchFacts> = {}): BatchFacts => ({
  state: 'checked',
  madeBy: '11',
  lines: 3,
  barred: 0,
  undecided: 0,
  differences: 0,
  checkedDigest: 'a',
  digest: 'a',
  ...change,
});

/** The whole matrix: what is not here is refused. */
const OPEN: Readonly<Record<string, BatchState>> = {
  'draft check': 'checked',
  'draft cancel': 'cancelled',
  'checked check': 'checked',
  'checked approve': 'approved',
  'checked send-back': 'draft',
  'checked cancel': 'cancelled',
  'approved submit': 'submitted',
  'approved send-back': 'draft',
  'approved cancel': 'cancelled',
  'partial reconcile': 'reconciled',
  'finished reconcile': 'reconciled',
};

describe('代发批次：状态 × 步骤', () => {
  it.each(STATES.flatMap((state) => STEPS.map((step) => ({ state, step }))))('$state $step', ({ state, step }) => {
    const to = OPEN[`${state} ${step}`];
    const taken = takeStep(sound({ state }), step, '12');
    expect(taken).toMatchObject(to === undefined ? { ok: false, refusal: { code: 'batch-wrong-state' } } : { ok: true, value: to });
    if (!taken.ok) expect(taken.refusal.says).toMatch(/^[\p{Script=Han}“”，。、；：\d]+$/u);
  });

  it.each([
    { what: '做的人自己复核', facts: sound(), step: 'approve', by: '11', code: 'batch-second-person' },
    { what: '还有不能发的', facts: sound({ barred: 1 }), step: 'approve', by: '12', code: 'batch-barred' },
    { what: '还有没写意见的', facts: sound({ undecided: 1 }), step: 'approve', by: '12', code: 'batch-undecided' },
    { what: '核对后名单变了', facts: sound({ digest: 'b' }), step: 'approve', by: '12', code: 'batch-changed' },
    { what: '复核后名单变了', facts: sound({ state: 'approved', digest: 'b' }), step: 'submit', by: '12', code: 'batch-changed' },
    { what: '从没核对过', facts: sound({ state: 'approved', checkedDigest: null }), step: 'submit', by: '12', code: 'batch-changed' },
    { what: '空的', facts: sound({ state: 'draft', lines: 0 }), step: 'check', by: '11', code: 'batch-empty' },
    { what: '对账有差异', facts: sound({ state: 'finished', differences: 1 }), step: 'reconcile', by: '11', code: 'batch-differences' },
  ] as const)('$what：$code', ({ facts, step, by, code }) => {
    expect(takeStep(facts, step, by)).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('批次走到哪里只看明细', () => {
  const told = { accepted: false, rejected: false };
  it.each([
    { lines: ['sent', 'sent'], told, expected: 'submitted' },
    { lines: ['unknown', 'unknown'], told, expected: 'submitted' },
    { lines: ['sent', 'sent'], told: { ...told, accepted: true }, expected: 'accepted' },
    { lines: ['paid', 'sent'], told, expected: 'processing' },
    { lines: ['failed', 'unknown'], told, expected: 'processing' },
    { lines: ['paid', 'paid'], told, expected: 'finished' },
    { lines: ['paid', 'failed'], told, expected: 'partial' },
    { lines: ['paid', 'returned'], told, expected: 'partial' },
    { lines: ['paid', 'reissued'], told, expected: 'partial' },
    { lines: ['failed', 'failed'], told, expected: 'partial' },
    { lines: ['failed', 'failed'], told: { ...told, rejected: true }, expected: 'rejected' },
    // A refusal of the whole beside a payment is no refusal.
    { lines: ['failed', 'paid'], told: { ...told, rejected: true }, expected: 'partial' },
  ] as const)('$lines → $expected', ({ lines, told: heard, expected }) => {
    expect(progressOf('submitted', heard, lines)).toBe(expected);
  });

  it('对平以后没有变化就保持，退票重新打开', () => {
    expect(progressOf('reconciled', told, ['paid', 'failed'])).toBe('reconciled');
    expect(progressOf('reconciled', told, ['paid', 'returned'])).toBe('partial');
  });

  it('没送过银行的批次，银行说什么都不动', () => {
    const line = fc.constantFrom<LineState>('new', 'sent', 'unknown', 'paid', 'failed', 'returned');
    fc.assert(
      fc.property(fc.constantFrom(...STATES.filter((state) => !isWithBank(state))), fc.array(line, { maxLength: 5 }), fc.boolean(), (state, lines, said) => {
        expect(progressOf(state, { accepted: said, rejected: said }, lines)).toBe(state);
      }),
    );
  });

  it('只要还有一笔不明，就不会是全部发出、部分发出、已对平', () => {
    const line = fc.constantFrom<LineState>('paid', 'failed', 'returned', 'reissued', 'sent', 'unknown');
    fc.assert(
      fc.property(
        fc.constantFrom<BatchState>('submitted', 'accepted', 'processing', 'partial', 'finished', 'reconciled'),
        fc.array(line, { minLength: 1, maxLength: 6 }),
        (state, lines) => {
          expect(['finished', 'partial', 'reconciled']).not.toContain(progressOf(state, told, [...lines, 'unknown']));
        },
      ),
    );
  });
});
