/** How the simulated bank may behave, in the words of its `--help`. Each is something a real bank has done to somebody. */
export const BEHAVIOURS = {
  honest: '正常：受理、处理、回盘',
  'accept-then-silence': '受理以后断线，不答复',
  'error-after-commit': '已入账，却答复 500',
  'never-received': '没有收到（断线时还没入账），查询答复 NOT_FOUND',
  'garbage-answer': '已入账，答复是看不懂的网页',
  slow: '很慢：过了对方等待的时间才答复',
  partial: '部分成功：每三笔有一笔失败',
  'name-mismatch': '第一笔户名不符',
  'cut-off': '过了当日截止时间，第二天才处理',
  'wrong-total': '说总笔数、总金额与明细不符，拒收',
  'unknown-for-ever': '永远“待核查”，不给结果',
  'duplicate-callback': '同一条回盘通知发三次',
  'contradicting-callback': '先通知成功，又通知失败（不同 msgId）',
  'reordered-callbacks': '通知乱序：退票先到，回盘后到',
  'returned-later': '成功以后三天退票，钱退回专户',
  'reversed-later': '成功以后第二天冲正，只有流水、没有退票通知',
  'forged-callback': '有人冒充银行：签名不对的回盘通知',
  'wrong-amount': '回盘的金额与指令不同',
  'wrong-payee': '回盘的收款账号与指令不同',
  'reused-number': '两条不同的通知用同一个 msgId',
  'truncated-file': '回盘文件传了一半',
  'wrong-encoding': '回盘文件编码不对',
  'missing-flag': '回盘文件没有 .ok 标志',
  'wrong-digest': '回盘文件的 SM3 摘要不对',
} as const;

export type Behaviour = keyof typeof BEHAVIOURS;

export function isBehaviour(text: string): text is Behaviour {
  return Object.hasOwn(BEHAVIOURS, text);
}

/** What only a file can have wrong. */
const OF_FILES: ReadonlySet<Behaviour> = new Set<Behaviour>(['truncated-file', 'wrong-encoding', 'missing-flag', 'wrong-digest']);

/** What `mix` draws from: every behaviour the way there can show. */
export function mixFor(transport: 'https' | 'folder'): readonly Behaviour[] {
  return Object.keys(BEHAVIOURS)
    .filter(isBehaviour)
    .filter((one) => transport === 'folder' || !OF_FILES.has(one));
}
