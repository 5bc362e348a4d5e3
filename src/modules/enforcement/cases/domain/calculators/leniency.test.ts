import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import type { LocalLeniency } from '#law/parameters/local-leniency.ts';
import { national } from '#profiles/index.ts';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { leniency } from './leniency.ts';

/** Nothing that speaks for the party. */
const plain = {
  violation: '56-4',
  minor: false,
  harm: 'more',
  corrected: false,
  first: false,
  noFault: false,
  removedHarm: false,
  coerced: false,
  confessed: false,
  merit: false,
  otherLaw: false,
};
const conclude = (facts: object) => reckoned(leniency, { ...plain, ...facts }).byLabel['结论'];

describe('《行政处罚法》第三十三条、第三十二条: 应当不予、可以不予、应当从轻或者减轻', () => {
  it.each([
    ['minor, corrected in time, no harm', { minor: true, corrected: true, harm: 'none' }, '应当不予处罚'],
    ['the same with slight harm is not yet it', { minor: true, corrected: true, harm: 'slight' }, '没有不予处罚、从轻、减轻的情形'],
    ['no fault proven', { noFault: true }, '应当不予处罚'],
    ['first time, slight harm, corrected in time', { first: true, harm: 'slight', corrected: true }, '可以不予处罚'],
    ['first time, no harm, corrected, but not minor', { first: true, harm: 'none', corrected: true }, '可以不予处罚'],
    ['first time, not corrected', { first: true, harm: 'slight' }, '没有不予处罚、从轻、减轻的情形'],
    ['first time, graver harm', { first: true, harm: 'more', corrected: true }, '没有不予处罚、从轻、减轻的情形'],
    ['a second time', { harm: 'slight', corrected: true }, '没有不予处罚、从轻、减轻的情形'],
    ['removed the harm on its own', { removedHarm: true }, '应当从轻或者减轻处罚'],
    ['was coerced', { coerced: true }, '应当从轻或者减轻处罚'],
    ['confessed what was unknown', { confessed: true }, '应当从轻或者减轻处罚'],
    ['has merit', { merit: true }, '应当从轻或者减轻处罚'],
    ['by another law', { otherLaw: true }, '应当从轻或者减轻处罚'],
    ['nothing', {}, '没有不予处罚、从轻、减轻的情形'],
  ])('%s', (_why, facts, expected) => expect(conclude(facts)).toBe(expected));

  it('the order to correct stands, and whoever is not punished is educated', () => {
    const { notes } = reckoned(leniency, { ...plain, noFault: true });
    expect(notes).toEqual(['不予处罚的，应当对当事人进行教育并记录', '责令改正不因不予处罚、减轻或者从轻而免除']);
    expect(reckoned(leniency, { ...plain, coerced: true }).notes).toContain('从轻还是减轻、到什么程度，由负责人决定');
    expect(reckoned(leniency, { ...plain, first: true, harm: 'slight', corrected: true }).notes).toContain('是否不予处罚由负责人决定');
  });

  it('what nobody stated is 没有查明, never 不符合', () => {
    const { byLabel, steps } = reckoned(leniency, { violation: '56-4', noFault: true });
    expect(byLabel).toMatchObject({ 结论: '应当不予处罚', 可以不予处罚: '没有查明', 应当从轻或者减轻: '没有查明' });
    expect(steps[0].value).toBe('没有查明');
    const first = reckoned(leniency, { ...plain, first: true, harm: 'slight', corrected: true, merit: null }).byLabel;
    expect(first).toMatchObject({ 结论: '可以不予处罚', 应当从轻或者减轻: '没有查明' });
  });

  it('puts what a person judges as a question, and asks for what somebody knows', () => {
    const near = { ...plain, corrected: true, first: true };
    expect(reckon(leniency, { ...near, minor: null, harm: 'none' })).toEqual({ answer: 'needs-person', question: '违法行为是否轻微？由负责人认定。' });
    expect(reckon(leniency, { ...near, minor: true, harm: null })).toMatchObject({ answer: 'needs-person' });
    expect(reckon(leniency, { ...near, minor: true, harm: 'none', corrected: null })).toMatchObject({ missing: ['是否及时改正'] });
    expect(reckon(leniency, { ...plain, noFault: null })).toMatchObject({ missing: ['当事人是否有证据足以证明没有主观过错'] });
    expect(reckon(leniency, { ...plain, merit: null, otherLaw: null })).toMatchObject({
      missing: ['是否配合查处违法行为有立功表现', '是否有法律、法规、规章规定其他应当从轻或者减轻的情形'],
    });
    // Not corrected: whether it was minor no longer matters.
    expect(reckon(leniency, { ...plain, minor: null, harm: null })).toMatchObject({ answer: 'reckoned' });
  });
});

describe('地方清单', () => {
  const entry: LocalLeniency = {
    violation: '56-4',
    lenity: 'none',
    firstOnly: true,
    maxWorkers: 2,
    correctedWithinDays: 5,
    says: '首次、不超过2人、责令后5日内改正的，不予处罚',
  };
  const place = {
    ...national,
    name: '某市',
    above: national,
    parameters: { 'penalty.leniency.local': [{ from: civilDate('2024-01-01'), value: [entry], basis: '某市清单', evidence: 'L' as const }] },
  };
  const fits = { ...plain, first: true, harm: 'more', corrected: true, workers: 2, correctedInDays: 5 };
  const ask = (facts: object) => reckoned(leniency, { ...fits, ...facts }, undefined, place);

  it('applies at its numbers: 不超过 includes them', () => {
    expect(ask({}).byLabel).toMatchObject({ 结论: '按地方清单不予处罚', 地方清单: '不予处罚' });
    expect(ask({ workers: 3 }).byLabel).toMatchObject({ 地方清单: '没有适用的' });
    expect(ask({ correctedInDays: 6 }).byLabel).toMatchObject({ 地方清单: '没有适用的' });
    expect(ask({ first: false }).byLabel).toMatchObject({ 地方清单: '没有适用的' });
    expect(ask({ violation: '56-1' }).byLabel).toMatchObject({ 地方清单: '没有适用的' });
  });

  it('is not used on what nobody stated, and says so', () => {
    const answer = ask({ workers: null });
    expect(answer.byLabel).toMatchObject({ 地方清单: '没有适用的' });
    expect(answer.notes).toContain('地方清单“首次、不超过2人、责令后5日内改正的，不予处罚”是否适用，缺少：涉及的劳动者人数');
  });

  it('the nation has none', () => {
    expect(reckoned(leniency, fits).byLabel).toMatchObject({ 地方清单: '没有适用的' });
  });
});
