import { z } from 'zod';
import { parseCivilDate } from '#kernel/civil-date.ts';

/** The forms of the open interface. What validates a request is what the document shows, and every answer is held against its own. */

const id = z
  .string()
  .regex(/^\d{1,18}$/)
  .meta({ description: '编号，十进制文本', examples: ['1024'] });
const day = z
  .string()
  .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '写成 2026-10-15 的样子')
  .refine((text) => parseCivilDate(text) !== null, '没有这一天')
  .meta({ description: '日期 YYYY-MM-DD', examples: ['2026-10-15'] });
const month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '写成 2026-10 的样子')
  .meta({ description: '年月 YYYY-MM', examples: ['2026-10'] });
const fen = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .meta({ description: '金额，单位分，十进制文本', examples: ['652000'] });
const moment = z.string().meta({ description: '时刻，ISO 8601，UTC', examples: ['2026-10-15T01:30:00.000Z'] });
const region = z
  .string()
  .regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  .meta({ description: '行政区划代码，2、4、6、9 或 12 位', examples: ['371526'] });
const count = z.number().int().min(0);
const told = <T extends z.ZodType>(schema: T, description: string): T => schema.meta({ ...schema.meta(), description });

export const problem = z
  .object({
    code: z.string().meta({ description: '原因代码，不变', examples: ['bad-fields'] }),
    says: z.string().meta({ description: '中文说明：什么不对，该怎么做', examples: ['有 1 处填写有误，请改正后重新提交。'] }),
    fields: z
      .array(z.object({ path: z.string().meta({ examples: ['rows.3.identity'] }), says: z.string() }))
      .optional()
      .meta({ description: '逐处的问题' }),
    reference: z.string().optional().meta({ description: '报障编号' }),
  })
  .meta({ id: 'Problem', description: '拒绝或失败的答复' });

// What is asked ----------------------------------------------------------------------------------------------------------

export const projectParams = z.object({ projectId: told(id, '项目编号，见项目列表') });
export const warningParams = z.object({ warningId: told(id, '预警编号') });

const CURSOR = /^[\w-]{1,200}$/;
export const paging = {
  cursor: z.string().regex(CURSOR, '不是上一页给出的 next').optional().meta({ description: '上一页答复中的 next；不填从头开始' }),
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: '一页几条，1 至 200' }),
};
export const projectsQuery = z.strictObject({
  region: region.optional().meta({ description: '只要这个地区（含下级）的' }),
  state: z.enum(['building', 'paused', 'finished']).optional().meta({ description: '在建、停工、完工' }),
  ...paging,
});
export const warningsQuery = z.strictObject({
  project: id.optional().meta({ description: '只要这个项目的' }),
  region: region.optional().meta({ description: '只要这个地区（含下级）的' }),
  open: z.enum(['true', 'false']).optional().meta({ description: 'true 未销号，false 已销号' }),
  level: z.coerce.number().int().min(0).max(4).optional().meta({ description: '级别 0–4，4 最重' }),
  ...paging,
});
export const rosterQuery = z.strictObject({ onSite: z.enum(['true', 'false']).optional().meta({ description: 'true 只要没有退场的' }), ...paging });
export const monthsQuery = z.strictObject({ from: month.optional(), until: month.optional() });
export const payrollsQuery = z.strictObject({ month: month.optional() });
export const paymentsQuery = z.strictObject({ month, ...paging });
export const noQuery = z.strictObject({});

// What is answered -------------------------------------------------------------------------------------------------------

const next = z.string().nullable().meta({ description: '下一页的 cursor；null 表示没有了' });

export const self = z
  .object({
    appid: z.string(),
    name: z.string(),
    regionCode: z.string(),
    enterpriseId: z.string().nullable(),
    projectId: z.string().nullable().meta({ description: '只限这一个项目；null 不限' }),
    scopes: z.array(z.string()).meta({ description: '权限范围' }),
    perMinute: count.meta({ description: '每分钟请求上限' }),
  })
  .meta({ id: 'Self', description: '本应用' });

export const project = z
  .object({
    id,
    code: z.string().meta({ description: '项目代码或施工许可证号' }),
    name: z.string(),
    regionCode: z.string(),
    industry: z.string().meta({ description: '行业' }),
    state: z.enum(['building', 'paused', 'finished']),
    isGovernment: z.boolean().nullable().meta({ description: '是否政府投资；null 台账没有写' }),
    generalContractor: z.object({ name: z.string(), creditCode: z.string().nullable() }).meta({ description: '施工总承包单位' }),
    ownerName: z.string().nullable().meta({ description: '建设单位' }),
    startedOn: day.nullable(),
    finishDueOn: day.nullable(),
    payDay: z.number().int().min(1).max(31).nullable().meta({ description: '发薪日；null 台账没有写' }),
    onSite: count.meta({ description: '在场人数' }),
    arrearsFen: told(fen, '应付未付，分'),
    arrearsPeople: count.meta({ description: '没拿齐的人数' }),
  })
  .meta({ id: 'Project', description: '项目' });
export const projectList = z.object({ items: z.array(project), next });

export const projectMonth = z
  .object({
    month,
    attendedHeads: count.meta({ description: '有考勤的人数' }),
    attendedPersonDays: count.meta({ description: '出勤人日' }),
    offRosterHeads: count.meta({ description: '有考勤而不在花名册的人数' }),
    noContractHeads: count.meta({ description: '没有合同而出勤的人数' }),
    payrollHeads: count.meta({ description: '工资表人数' }),
    payrollMadeOn: day.nullable(),
    payrollDueFen: told(fen, '应发，分'),
    payrollNetFen: told(fen, '实发，分'),
    unsignedLines: count.meta({ description: '没有签字的行数' }),
    paidHeads: count,
    paidFen: told(fen, '已付，分'),
    owedFen: told(fen, '未付，分'),
    settledOn: day.nullable().meta({ description: '全部付清的日期' }),
    openRefunds: count.meta({ description: '没有重发的退票笔数' }),
    inflowFen: told(fen, '当月拨付，分'),
    otherOutFen: told(fen, '当月对外支付，分'),
    closingBalanceFen: fen.nullable().meta({ description: '月末余额，分；null 流水没有余额' }),
  })
  .meta({ id: 'ProjectMonth', description: '项目月事实：一个项目一个工作月' });
export const projectMonths = z.object({ items: z.array(projectMonth) });

const stop = z.object({
  month: month.nullable(),
  at: z.string().meta({
    description:
      'paid 已付清，no-attendance 没有考勤，no-payroll 没有工资表，no-inflow 没有拨付，not-sent 没有发放，short 没发足，refunded 退票没重发，cannot-tell 说不清',
  }),
  says: z.string(),
});
export const wageChain = z
  .object({
    paid: z.boolean().nullable().meta({ description: '是不是都发了；null 说不清' }),
    says: z.string().meta({ description: '一句话的回答' }),
    stop: stop.nullable().meta({ description: '钱停在哪一步' }),
    owner: z.string().nullable().meta({ description: '建设单位' }),
    generalContractor: z.string(),
    subcontractors: z.array(
      z.object({
        name: z.string(),
        owedFen: fen,
        owedPeople: count,
        teams: z.array(z.object({ name: z.string(), people: count, dueFen: fen, paidFen: fen, owedFen: fen, owedPeople: count })),
      }),
    ),
    months: z.array(
      z.object({
        month,
        attendedHeads: count,
        payrollHeads: count,
        paidHeads: count,
        dueFen: fen,
        inflowFen: fen,
        paidFen: fen,
        owedFen: fen,
        owedPeople: count,
        payBy: day.nullable(),
        settledOn: day.nullable(),
        stop,
      }),
    ),
    freshness: z.array(z.object({ feed: z.string(), name: z.string(), through: day.nullable(), stale: z.boolean() })).meta({ description: '各类数据截至哪天' }),
  })
  .meta({ id: 'WageChain', description: '工资链条：考勤、工资表、拨付、发放，停在哪一步' });

export const warning = z
  .object({
    id,
    projectId: id,
    projectName: z.string(),
    regionCode: z.string(),
    ruleCode: z.string().meta({ examples: ['W-OPS-05'] }),
    title: z.string(),
    says: z.string(),
    month: month.nullable(),
    isData: z.boolean().meta({ description: '数据预警' }),
    level: z.number().int().min(0).max(4),
    state: z.enum(['raised', 'acknowledged', 'handled', 'verified', 'closed']),
    standing: z.boolean().meta({ description: '数据是否仍然这样说' }),
    amountFen: fen,
    people: count,
    dueOn: told(day, '义务到期日'),
    actBy: told(day, '办理期限'),
    raisedOn: day,
    closedOn: day.nullable(),
    closeReason: z.string().nullable(),
    changedAt: moment,
  })
  .meta({ id: 'Warning', description: '预警' });
export const warningList = z.object({ items: z.array(warning), next });

export const rosterEntry = z
  .object({
    id,
    personId: told(id, '工人编号，本系统内不变'),
    name: z.string(),
    identityMask: z.string().meta({ description: '身份证号掩码', examples: ['37*************12X'] }),
    phoneMask: z.string().nullable(),
    employer: z.string().nullable(),
    team: z.string().nullable(),
    job: z.string().nullable(),
    enteredOn: day,
    leftOn: day.nullable(),
    contractSignedOn: day.nullable(),
    contractUntil: day.nullable(),
    cardTail: z.string().nullable().meta({ description: '工资卡后四位' }),
    cardBank: z.string().nullable(),
  })
  .meta({ id: 'RosterEntry', description: '花名册的一行' });
export const rosterList = z.object({ items: z.array(rosterEntry), next });

export const payroll = z
  .object({
    month,
    team: z.string(),
    people: count,
    lines: count,
    dueFen: told(fen, '应发，分'),
    deductedFen: told(fen, '扣款，分'),
    netFen: told(fen, '实发，分'),
    signedLines: count.nullable().meta({ description: '已签字行数；null 表上没有签字栏' }),
    madeOn: told(day, '编制日期'),
    recordedAt: moment,
  })
  .meta({ id: 'PayrollSum', description: '工资表按月、班组的汇总' });
export const payrollList = z.object({ items: z.array(payroll) });

export const payment = z
  .object({
    personId: id,
    name: z.string().nullable(),
    identityMask: z.string().nullable(),
    team: z.string().nullable(),
    state: z.enum(['paid', 'short', 'unpaid', 'returned']).meta({ description: 'paid 已付清，short 没发足，unpaid 没发，returned 退票没重发' }),
    netFen: told(fen, '实发应付，分'),
    paidFen: told(fen, '已付，分'),
    returnedFen: told(fen, '退票，分'),
    firstPaidOn: day.nullable(),
    settledOn: day.nullable(),
  })
  .meta({ id: 'Payment', description: '一个工人一个月的到账状态' });
export const paymentList = z.object({ items: z.array(payment), next });

// What is sent -----------------------------------------------------------------------------------------------------------

/** No control characters or halves of characters: no field has a use for them, and a database refuses some. */
const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u, '不能含控制字符或不完整的字符');
const amount = z
  .string()
  .regex(/^\d{1,13}$/, '写成以分为单位的非负整数文本')
  .meta({ description: '金额，单位分，十进制文本', examples: ['652000'] });
const identity = text(30).meta({ description: '18 位身份证号、港澳台居民居住证号或外国人永久居留证号', examples: ['371526199003076614'] });
const MOST_ROWS = 2_000;
const rowsOf = <T extends z.ZodType>(row: T) =>
  z
    .array(row)
    .min(1)
    .max(MOST_ROWS)
    .meta({ description: `1 至 ${MOST_ROWS} 行` });
const allOrNothing = z.boolean().default(true).meta({ description: 'true（缺省）：有一行错就一行也不收；false：错的行留下，其余照收' });
const period = z
  .strictObject({ from: day, until: day })
  .optional()
  .meta({ description: '这批数据说明了哪几天：其间没有的记录就是没有发生。只报个别补录时不要填' });

export const rosterBody = z
  .strictObject({
    allOrNothing,
    rows: rowsOf(
      z.strictObject({
        identity,
        name: text(60),
        enteredOn: told(day, '进场日期'),
        leftOn: day.optional().meta({ description: '退场日期' }),
        phone: text(20).optional(),
        employer: text(100).optional().meta({ description: '用工单位' }),
        team: text(60).optional(),
        job: text(60).optional(),
        isLeader: z.boolean().optional().meta({ description: '是否班组长' }),
        contractNo: text(60).optional(),
        contractSignedOn: day.optional(),
        contractFrom: day.optional(),
        contractUntil: day.optional(),
        trainedOn: day.optional().meta({ description: '岗前培训日期' }),
        payRateFen: amount.optional().meta({ description: '工资标准，分' }),
        card: text(30).optional().meta({ description: '工资卡号' }),
        cardBank: text(100).optional(),
        cardHolder: text(60).optional(),
      }),
    ),
  })
  .meta({
    id: 'RosterBody',
    description: '花名册',
    examples: [
      {
        rows: [
          {
            identity: '371526199003076614',
            name: '李守田',
            enteredOn: '2026-09-01',
            team: '木工班',
            job: '木工',
            contractSignedOn: '2026-08-30',
            payRateFen: '30000',
          },
        ],
      },
    ],
  });

export const sheetsBody = z
  .strictObject({
    allOrNothing,
    period,
    rows: rowsOf(
      z.strictObject({
        identity,
        name: text(60),
        month,
        fullDays: z
          .array(z.number().int().min(1).max(31))
          .max(31)
          .meta({ description: '全天出勤的日', examples: [[1, 2, 3, 5]] }),
        halfDays: z.array(z.number().int().min(1).max(31)).max(31).default([]).meta({ description: '半天出勤的日' }),
        overtimeHours: z.number().min(0).max(744).optional(),
        claimedDays: z.number().min(0).max(31).optional().meta({ description: '表上写的合计天数' }),
        team: text(60).optional(),
      }),
    ),
  })
  .meta({
    id: 'SheetsBody',
    description: '考勤月表',
    examples: [{ rows: [{ identity: '371526199003076614', name: '李守田', month: '2026-09', fullDays: [1, 2, 3, 5], halfDays: [4] }] }],
  });

export const punchesBody = z
  .strictObject({
    allOrNothing,
    period,
    rows: rowsOf(
      z.strictObject({
        identity,
        name: text(60).optional(),
        at: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
          .meta({ description: '打卡时间，北京时间 YYYY-MM-DD HH:MM:SS', examples: ['2026-10-15 07:02:31'] }),
        direction: z.enum(['in', 'out']).optional(),
        device: text(60).optional(),
        source: z.enum(['gate', 'mobile', 'manual']).default('gate').meta({ description: '设备、手机、手工补录' }),
      }),
    ),
  })
  .meta({
    id: 'PunchesBody',
    description: '打卡记录',
    examples: [{ rows: [{ identity: '371526199003076614', at: '2026-09-15 07:02:31', direction: 'in', device: 'G1' }] }],
  });

export const payrollBody = z
  .strictObject({
    allOrNothing,
    rows: rowsOf(
      z.strictObject({
        identity,
        name: text(60),
        month: told(month, '工资月份'),
        team: text(60).optional(),
        employer: text(100).optional(),
        job: text(60).optional(),
        item: text(30).optional().meta({ description: '工资项目；缺省为工资' }),
        workDays: z.number().min(0).max(31).optional(),
        dayRateFen: amount.optional(),
        dueFen: told(amount, '应发合计，分'),
        advanceFen: amount.optional().meta({ description: '预支扣除，分' }),
        withheldFen: amount.optional().meta({ description: '社保个税代扣，分' }),
        otherDeductionFen: amount.optional().meta({ description: '其他扣款，分' }),
        netFen: told(amount, '实发金额，分'),
        card: text(30).optional(),
        cardBank: text(100).optional(),
        signed: z.boolean().optional().meta({ description: '本人是否签字' }),
        madeOn: day.optional().meta({ description: '编制日期' }),
        payDate: day.optional().meta({ description: '支付日期' }),
      }),
    ),
  })
  .meta({
    id: 'PayrollBody',
    description: '工资支付表',
    examples: [
      {
        rows: [
          {
            identity: '371526199003076614',
            name: '李守田',
            month: '2026-09',
            team: '木工班',
            workDays: 22,
            dueFen: '660000',
            advanceFen: '8000',
            netFen: '652000',
            signed: true,
          },
        ],
      },
    ],
  });

export const flowsBody = z
  .strictObject({
    allOrNothing,
    period,
    rows: rowsOf(
      z.strictObject({
        happenedOn: told(day, '交易日期'),
        serialNo: text(60).meta({ description: '银行流水号' }),
        direction: z.enum(['in', 'out']).meta({ description: 'in 收入，out 支出' }),
        amountFen: amount,
        balanceFen: amount.optional().meta({ description: '交易后余额，分' }),
        counterpartyName: text(100).optional(),
        counterpartyAccount: text(40).optional(),
        memo: text(200).optional(),
        purpose: text(200).optional(),
      }),
    ),
  })
  .meta({
    id: 'FlowsBody',
    description: '工资专户流水',
    examples: [
      {
        rows: [
          { happenedOn: '2026-09-15', serialNo: '2026091500012', direction: 'in', amountFen: '20000000', counterpartyName: '某某城投有限公司', memo: '人工费' },
        ],
      },
    ],
  });

export const outcome = z
  .object({
    importId: id.nullable().meta({ description: '导入编号，在数据报送页可查、可撤；null 一行也没有收' }),
    added: count,
    changed: count,
    unchanged: count,
    refusedRows: count,
    faults: z.array(
      z.object({
        row: count.meta({ description: '第几行，从 1 起' }),
        field: z.string().nullable(),
        heading: z.string(),
        value: z.string().meta({ description: '出错的内容，证号、卡号已掩码' }),
        reason: z.string(),
        cure: z.string(),
        severity: z.enum(['error', 'warning']),
      }),
    ),
  })
  .meta({ id: 'IntakeOutcome', description: '收下了多少，哪些没有收、为什么' });

export const bodies = { roster: rosterBody, sheet: sheetsBody, punch: punchesBody, payroll: payrollBody, flows: flowsBody } as const;
