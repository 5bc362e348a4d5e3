/** 事件: what other systems can be told of. `kind` ends in the past tense; the same names stand in `exchange.event`. */
export interface EventKind {
  readonly kind: string;
  readonly name: string;
  /** When it is told, and what `data` holds. */
  readonly says: string;
}

export const EVENT_KINDS: readonly EventKind[] = [
  { kind: 'warning.raised', name: '发出预警', says: '新预警产生时。data：ruleCode 规则、level 级别 0–4（4 最重）、isData 是否数据预警。' },
  { kind: 'warning.escalated', name: '预警升级', says: '超期未办、级别上升时。data：ruleCode、level 升级后的级别、levelFrom 原级别。' },
  { kind: 'warning.closed', name: '预警销号', says: '预警销号时。data：ruleCode、level、reason 销号原因。' },
  {
    kind: 'import.done',
    name: '数据入库',
    says: '文件、设备、银行或接口报来的数据写入后。data：kind 种类、channel 通道、added 新增、changed 变更、unchanged 未变、refusedRows 未收行数。',
  },
  {
    kind: 'feed.stopped',
    name: '数据断流',
    says: '考勤、流水、花名册或一个接口应用停止更新、产生 W-OPS-05 预警时。data：feed 数据种类（attendance、flows、roster 或 app:应用编号）、warningId 预警编号。',
  },
  {
    kind: 'document.to-serve',
    name: '文书待送达',
    says: '机关对外的文书制作或更正后，等待送达时；不告诉当事企业的应用。data：documentKind 文书种类、number 文号、version 版本。',
  },
  { kind: 'payment.finished', name: '代发全部发出', says: '一批每一笔都由银行确认付到时。data：batchNo 批次号。' },
  { kind: 'payment.partial', name: '代发部分发出', says: '一批已有结果而有人没拿到时。data：batchNo。' },
  { kind: 'payment.rejected', name: '银行拒收', says: '银行拒收整批时。data：batchNo。' },
  { kind: 'payment.unknown', name: '代发结果不明', says: '银行没有给出结果、正在查询时。data：batchNo、lines 不明的笔数。' },
  { kind: 'payment.returned', name: '退票', says: '已付款项退回时。data：batchNo、lines 退回的笔数。' },
];

/** `warning.raised`, or `warning.*` for all of them, or `*`. */
export function isEventPattern(text: string): boolean {
  return text === '*' || EVENT_KINDS.some(({ kind }) => kind === text || `${kind.split('.')[0]}.*` === text);
}

/** Given up after this long; then it waits for a person. */
export const DELIVERY_HOURS = 24;
