import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { national } from '../national/index.ts';

/**
 * 广西壮族自治区. Source: 自治区人社厅《坚持“三心” 增强根治欠薪考核实效》(2022). It tells how assessment is done (交叉考核、以下核上、无纸化) and sets no
 * number of its own; deposit rates, minimum wages and the amounts of the crime are not entered and stay open.
 */
export const guangxi: Profile = { ...national, id: 'guangxi-450000', name: '广西壮族自治区', place: regionCode('45'), above: national };
