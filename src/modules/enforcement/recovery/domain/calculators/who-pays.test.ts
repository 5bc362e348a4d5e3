import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { whoPays } from './who-pays.ts';

const base = {
  owedFen: '50000000',
  isConstruction: true,
  hirer: 'subcontractor',
  letBy: 'general-contractor',
  isLetterQualified: true,
  isRelet: false,
  isOwnerLate: false,
  lendsName: false,
  isIllegalProject: false,
  dispatcher: 'none',
  employerForm: 'company',
  restructuring: 'none',
  ending: 'none',
};
const listOf = (facts: object, on?: string) => Object.entries(reckoned(whoPays, { ...base, ...facts }, on).byLabel);

describe('保障农民工工资支付条例第十六条至第二十二条、第二十九条、第三十条、第三十六条、第三十七条：清偿责任', () => {
  it('a subcontractor owes: it pays, the general contractor clears first', () => {
    expect(listOf({})).toEqual([
      ['1. 分包单位：清偿', 50_000_000n],
      ['2. 施工总承包单位：先行清偿', 50_000_000n],
    ]);
    const { notes, steps } = reckoned(whoPays, base);
    expect(notes).toEqual(['列在前面的不免除后面的责任；同一笔工资只付一次。']);
    expect(steps.map(({ reckoned: how }) => how)).toEqual([
      undefined,
      '分包单位对所招用农民工的工资支付负直接责任，由分包单位清偿 500,000 元',
      '分包单位拖欠农民工工资，由施工总承包单位先行清偿 500,000 元（全额，不设上限），再依法追偿',
    ]);
  });

  it('trap: late project money adds the owner, capped at what is unpaid, and takes nothing off the contractor', () => {
    const late = { isOwnerLate: true, isOwnerCause: true, projectFen: '1000000000', projectPaidFen: '960000000' };
    expect(listOf(late)).toEqual([
      ['1. 分包单位：清偿', 50_000_000n],
      ['2. 施工总承包单位：先行清偿', 50_000_000n],
      ['3. 建设单位：先行垫付', 40_000_000n],
    ]);
    expect(reckoned(whoPays, { ...base, ...late }).notes).toContain('建设单位垫付以未结清的工程款 400,000 元 为限，其余仍由其他责任主体清偿。');
    expect(reckoned(whoPays, { ...base, ...late, isOwnerCause: null }).notes).toContain(
      '由人认定：建设单位没有按照合同约定及时拨付工程款：拖欠工资是否因此造成。',
    );
  });

  it('the general contractor let to a person', () =>
    expect(listOf({ hirer: 'person' })).toEqual([
      ['1. 施工总承包单位：清偿', 50_000_000n],
      ['2. 施工总承包单位：承担用工主体责任，支付', 50_000_000n],
      ['3. 施工总承包单位：承担连带赔偿责任，赔偿', 50_000_000n],
      ['4. 承包经营的个人：承担连带赔偿责任，赔偿', 50_000_000n],
    ]));

  it('the subcontractor passed it to a unit that may not operate', () =>
    expect(listOf({ hirer: 'unqualified-unit', letBy: 'subcontractor' })).toEqual([
      ['1. 该单位或者其出资人：清偿', 50_000_000n],
      ['2. 施工总承包单位：先行清偿', 50_000_000n],
      ['3. 分包单位：承担用工主体责任，支付', 50_000_000n],
    ]));

  it('before the interpretation of 2025 nobody was like an employer by it', () =>
    expect(listOf({ hirer: 'unqualified-unit', letBy: 'subcontractor' }, '2025-08-31')).toHaveLength(2));

  it('evaluates all rows: name, illegal works, dispatch, re-letting, ending', () =>
    expect(
      listOf({
        hirer: 'other',
        isRelet: true,
        lendsName: true,
        isIllegalProject: true,
        isIllegalityCause: true,
        dispatcher: 'unlicensed',
        employerForm: 'partnership',
        isRefused: true,
        ending: 'ended',
      }).map(([label]) => label),
    ).toEqual([
      '1. 其他用人单位：清偿',
      '2. 用工单位：清偿',
      '3. 出借名义的施工单位：清偿',
      '4. 建设单位：清偿',
      '5. 施工总承包单位：先行清偿',
      '6. 出资人：在用人单位不清偿时清偿',
      '7. 用人单位：事先清偿',
      '8. 主要出资人：事先清偿',
    ]));

  it('outside construction only the employer, and what its form and fate add', () => {
    const factory = { isConstruction: false, hirer: 'other', letBy: 'none' };
    expect(listOf(factory)).toEqual([['1. 其他用人单位：清偿', 50_000_000n]]);
    expect(listOf({ ...factory, restructuring: 'planned', isSuccessorAgreed: false })).toEqual([
      ['1. 其他用人单位：清偿', 50_000_000n],
      ['2. 用人单位：事先清偿', 50_000_000n],
    ]);
    expect(listOf({ ...factory, restructuring: 'done', isSuccessorAgreed: true }).map(([label]) => label)).toContain('2. 承继权利和义务的用人单位：清偿');
    expect(reckoned(whoPays, { ...base, ...factory, restructuring: 'done', isSuccessorAgreed: false }).notes[0]).toContain('由人认定：合并或者分立前没有清偿');
    expect(listOf({ ...factory, ending: 'deregistered' }).map(([label]) => label)).toEqual(['1. 其他用人单位：清偿', '2. 主要出资人：事先清偿']);
  });

  it('says what must still be found out', () => {
    const { notes, byLabel } = reckoned(whoPays, { owedFen: '100', hirer: 'subcontractor', isConstruction: true });
    expect(Object.keys(byLabel)).toEqual(['1. 分包单位：清偿', '2. 施工总承包单位：先行清偿']);
    expect(notes).toEqual([
      '还要查明：派遣农民工的一方。',
      '还要查明：是否允许他人以本单位名义承揽（挂靠，有认定）。',
      '还要查明：工程是否违反国土空间规划、工程建设等法律法规（有认定）。',
      '还要查明：用人单位是否合并或者分立。',
      '还要查明：建设单位是否没有按照合同约定及时拨付工程款。',
      '还要查明：用人单位的组织形式。',
      '还要查明：用人单位是否终止。',
      '列在前面的不免除后面的责任；同一笔工资只付一次。',
    ]);
    expect(reckon(whoPays, {})).toEqual({ answer: 'cannot-determine', missing: ['被拖欠的农民工工资'] });
    expect(reckon(whoPays, { owedFen: '100' }).answer).toBe('cannot-determine');
    expect(reckoned(whoPays, { owedFen: '0' }).byLabel).toEqual({ 清偿责任主体: '没有拖欠，无人负责' });
    const nobody = { hirer: 'person', letBy: 'none', isConstruction: false };
    expect(reckoned(whoPays, { ...base, ...nobody }).byLabel).toEqual({ 清偿责任主体: '按所填事实没有责任主体，由人核对' });
  });
});

describe('what must hold for any chain', () => {
  const maybe = fc.option(fc.boolean());
  const money = fc.integer({ min: 0, max: 2_000_000_000 }).map(String);
  const given = fc.record({
    owedFen: fc.integer({ min: 1, max: 1_000_000_000 }).map(String),
    isConstruction: maybe,
    hirer: fc.constantFrom('general-contractor', 'subcontractor', 'other', 'unqualified-unit', 'person'),
    letBy: fc.option(fc.constantFrom('owner', 'general-contractor', 'subcontractor', 'other', 'none')),
    isLetterQualified: maybe,
    isRelet: maybe,
    isOwnerLate: maybe,
    isOwnerCause: maybe,
    projectFen: money,
    projectPaidFen: money,
    lendsName: maybe,
    isBorrowerQualified: maybe,
    isIllegalProject: maybe,
    isIllegalityCause: maybe,
    dispatcher: fc.option(fc.constantFrom('none', 'person', 'unqualified-unit', 'unlicensed', 'licensed')),
    employerForm: fc.option(fc.constantFrom('company', 'partnership', 'sole', 'individual')),
    isRefused: maybe,
    restructuring: fc.option(fc.constantFrom('none', 'planned', 'done')),
    isSuccessorAgreed: maybe,
    ending: fc.option(fc.constantFrom('none', 'ended', 'deregistered')),
  });
  const results = (facts: object) => {
    const answer = reckon(whoPays, facts);
    return answer.answer === 'reckoned' ? answer.results : [];
  };
  const advance = (facts: object): bigint => {
    const value = results(facts).find(({ label }) => label.endsWith('建设单位：先行垫付'))?.value;
    return typeof value === 'bigint' ? value : 0n;
  };

  it('the more project money the owner has paid, the less it advances, and never more than is unpaid', () =>
    fc.assert(
      fc.property(given, fc.nat({ max: 1_000_000_000 }), (facts, more) => {
        const before = advance(facts);
        expect(advance({ ...facts, projectPaidFen: String(BigInt(facts.projectPaidFen) + BigInt(more)) })).toBeLessThanOrEqual(before);
        const unpaid = BigInt(facts.projectFen) - BigInt(facts.projectPaidFen);
        expect(before).toBeLessThanOrEqual(unpaid > 0n ? unpaid : 0n);
      }),
    ));

  it('everybody but the owner that advances owes the whole', () =>
    fc.assert(
      fc.property(given, (facts) => {
        for (const { label, value } of results(facts)) {
          if (typeof value === 'bigint' && !label.endsWith('先行垫付')) expect(value).toBe(BigInt(facts.owedFen));
        }
      }),
    ));

  it('the order of facts does not matter', () =>
    fc.assert(
      fc.property(given, (facts) => {
        expect(reckon(whoPays, Object.fromEntries(Object.entries(facts).reverse()))).toEqual(reckon(whoPays, facts));
      }),
    ));
});
