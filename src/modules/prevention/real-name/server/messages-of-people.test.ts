import { expect, it } from 'vitest';
import { bankCode } from './messages-of-people.ts';

it.each([
  ['工商银行高唐支行', '102'],
  ['中国农业银行高唐支行', '103'],
  ['中国银行高唐支行', '104'],
  ['中国建设银行股份有限公司', '105'],
  ['中国邮政储蓄银行高唐支行', '100'],
  ['招商银行', '308'],
  ['山东高唐农村商业银行', '314'],
  ['', null],
  [null, null],
])('%s 的银行代码 → %s', (name, code) => expect(bankCode(name)).toBe(code));
