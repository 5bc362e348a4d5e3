import type { Limit } from '#law/calendars/index.ts';
import type { Profile } from '#law/profile.ts';

const workingHours = (n: number): Limit => ({ n, unit: 'working-hours' });
const workingDays = (n: number): Limit => ({ n, unit: 'working-days' });
const naturalDays = (n: number): Limit => ({ n, unit: 'natural-days' });

/**
 * 全国缺省. Interpretation: no statute names five levels or a limit for each; names follow the usual 蓝黄橙红 and the ladder is
 * our proposal, every cell a setting of the place.
 */
export const national: Profile = {
  id: 'national',
  name: '全国',
  place: null,
  above: null,
  parameters: {},
  unused: {},
  levels: [
    { name: '提示', colour: 'grey' },
    { name: '蓝色', colour: 'blue' },
    { name: '黄色', colour: 'yellow' },
    { name: '橙色', colour: 'orange' },
    { name: '红色', colour: 'red' },
  ],
  gradeAs: [0, 1, 2, 3, 4],
  handling: [
    { firstHandler: 'wage-officer', informed: [], acknowledge: null, handle: workingDays(10), verify: null },
    { firstHandler: 'wage-officer', informed: ['enterprise-manager'], acknowledge: workingDays(1), handle: workingDays(5), verify: null },
    {
      firstHandler: 'town-specialist',
      informed: ['wage-officer', 'industry-regulator'],
      acknowledge: workingDays(1),
      handle: workingDays(10),
      verify: workingDays(3),
    },
    {
      firstHandler: 'inspector',
      informed: ['town-specialist', 'industry-regulator'],
      acknowledge: workingHours(4),
      handle: naturalDays(7),
      verify: workingDays(1),
    },
    {
      firstHandler: 'inspector',
      informed: ['inspection-chief', 'leader', 'town-specialist'],
      acknowledge: workingHours(2),
      handle: naturalDays(5),
      verify: workingHours(8),
    },
  ],
  escalation: ['town-specialist', 'inspector', 'inspection-chief', 'leader'],
};
