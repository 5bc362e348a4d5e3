import { describe, expect, it } from 'vitest';
import { isParty } from './parties.ts';
import { gradeAt, nextInChain, type Profile } from './profile.ts';

const look = { name: '级', colour: 'grey' } as const;
const ladder = { firstHandler: 'grid-worker', informed: [], acknowledge: null, handle: { n: 1, unit: 'working-days' }, verify: null } as const;
const profile: Profile = {
  id: 'x-000000',
  name: '某县',
  place: null,
  above: null,
  parameters: {},
  unused: {},
  levels: [look, look, look, look, look],
  gradeAs: [0, 2, 2, 3, 4],
  handling: [ladder, ladder, ladder, ladder, ladder],
  escalation: ['town-specialist', 'inspector', 'inspection-chief'],
};

describe('地区设置', () => {
  it('grades a level as the place does: one with three colours shows blue as yellow', () => {
    expect(([0, 1, 2, 3, 4] as const).map((level) => gradeAt(profile, level))).toEqual([0, 2, 2, 3, 4]);
  });

  it.each([
    ['grid-worker', 'town-specialist'],
    ['town-specialist', 'inspector'],
    ['inspector', 'inspection-chief'],
    ['inspection-chief', null],
  ])('%s hands over to %s', (from, to) => expect(nextInChain(profile, from)).toBe(to));

  it('knows who may be a party', () => {
    expect(isParty('worker')).toBe(true);
    expect(isParty('toString')).toBe(false);
  });
});
