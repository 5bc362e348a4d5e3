import { choice, count, day, type FactsOf, list, text } from '#law/facts.ts';

const times = (means: string) => count(means, '次');

const gate = {
  name: text('设备名称'),
  /** Null: it was never heard. */
  heardOn: day('最近一次上报日期'),
  sinceOn: day('登记日期'),
  fastSeconds: count('时钟快多少秒', '秒'),
  slowSeconds: count('时钟慢多少秒', '秒'),
  missing: times('缺的打卡'),
  missingSince: day('从哪天起缺'),
  lost: times('近30日设备声明丢失的打卡'),
};

const waiting = {
  gate: text('设备名称'),
  punches: times('待核实的打卡'),
  sinceOn: day('其中最早收到的日期'),
};

const flag = {
  kind: choice('标记', {
    'impossible-speed': '不可能的行程',
    burst: '打卡过密',
    'constant-position': '位置不变',
    'outside-fence': '围栏外',
    'too-old': '超过离线期限后收下',
  }),
  gate: text('设备名称'),
  punches: times('打卡次数'),
  people: count('人数', '人'),
  days: count('有标记的日数', '日'),
  personDays: count('有标记的人日', '人日'),
};

/** 考勤设备 of a project that are in use, as of a day. */
export type GateFacts = FactsOf<typeof gate>;
/** 待核实的打卡 of one device. */
export type WaitingFacts = FactsOf<typeof waiting>;
/** 标记 of one kind and device in a month. Evidence about a device: it neither accuses a worker nor takes a day from one. */
export type FlagFacts = FactsOf<typeof flag>;

export const gatesFact = list('在用的考勤设备', gate);
export const waitingFact = list('待核实的打卡（按设备）', waiting);
export const flagsFact = list('当月打卡的标记（按设备）', flag);
