import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local } from '../local.ts';
import { national } from '../national/index.ts';

const SOURCE = '包头市欠薪线索核处规程（转引）：1日受理、3日响应、15日办结';

/** 包头市: how long a clue may take. */
export const baotou: Profile = {
  ...national,
  id: 'baotou-150200',
  name: '包头市',
  place: regionCode('1502'),
  above: national,
  parameters: {
    'clue.route': local('2021-01-01', { n: 1, unit: 'natural-days' } as const, SOURCE),
    'clue.contact': local('2021-01-01', { n: 3, unit: 'natural-days' } as const, SOURCE),
    'clue.close': local('2021-01-01', { n: 15, unit: 'natural-days' } as const, SOURCE),
  },
};
