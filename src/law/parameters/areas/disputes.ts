import { civilDate } from '#kernel/civil-date.ts';
import { type Parameter, parameter, since } from '../parameter.ts';

const ARBITRATION_LAW = civilDate('2008-05-01');

/** 线索、仲裁、支付令与法律援助. */
export const disputesParameters = {
  'arbitration.representatives.people': parameter('people', '多少人以上有共同请求可以推举代表', since(ARBITRATION_LAW, 10, 'VF', '调解仲裁法第七条')),
} as const satisfies Readonly<Record<string, Parameter>>;
