import { expect, it } from 'vitest';
import { explain } from './explain.ts';

it.each([
  ['[workerList][0][nation]不能为空!;[workerList][0][address]不能为空!', '民族、住址不能为空'],
  ['[corpCode]不能为空!', '统一社会信用代码不能为空'],
  ['[workerList][0][headImage]大小超过限制50KB!;[workerList][1][headImage]大小超过限制50KB!;[date]不能大于当天!', '近照大小超过限制50KB；日期不能大于当天'],
  // One part unknown: better the other side's own words than half of them.
  ['[corpCode]不能为空!;[somethingNew]不能为空!', '[corpCode]不能为空!;[somethingNew]不能为空!'],
  ['项目中已存在身份证为：3715**********001X的工人!', '项目中已存在身份证为：3715**********001X的工人!'],
  ['', ''],
])('%s', (says, words) => {
  expect(explain(says)).toBe(words);
});
