import type { Me } from '#modules/office/accounts/domain/wire.ts';
import type { AccountRow, AuditRow } from '#modules/office/accounts/domain/index.ts';
import type { RuleSummary } from '#modules/governance/rulebook/domain/wire.ts';
import type { Home, StepCommand, WarningList, WarningPage, WarningRow, WarningState } from '#modules/monitoring/warnings/domain/wire.ts';

/** An invented county that answers the API in `ANXIN_MOCK=1 npx vite`, so that screens can be worked on without a server. */

interface Request {
  readonly url?: string | undefined;
  readonly method?: string | undefined;
  on(event: 'data' | 'end', listener: (chunk: { toString(): string }) => void): unknown;
}

interface Response {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body?: string): unknown;
}

const TODAY = '2026-11-22';
const TOWNS = [
  ['371526001', '鱼邱湖街道'],
  ['371526002', '人和街道'],
  ['371526003', '汇鑫街道'],
  ['371526101', '梁村镇'],
  ['371526102', '尹集镇'],
  ['371526103', '清平镇'],
  ['371526104', '固河镇'],
  ['371526105', '三十里铺镇'],
  ['371526106', '琉璃寺镇'],
  ['371526107', '赵寨子镇'],
  ['371526108', '姜店镇'],
  ['371526109', '杨屯镇'],
] as const;
const SITES = [
  '时风路安置房',
  '鱼丘湖畔小区',
  '县人民医院门诊楼',
  '汇鑫标准厂房',
  '清平古镇改造',
  '城北污水处理厂',
  '固河小学教学楼',
  '三十里铺养老院',
  '琉璃寺冷链物流园',
  '南王水库加固',
  '人和家园',
  '姜店光伏电站',
];
const FIRMS = ['聊城鲁建建筑工程有限公司', '山东泰和路桥集团有限公司', '高唐宏远建设有限公司', '德州恒力建筑安装有限公司', '济南中桂市政工程有限公司'];
const LEVELS = ['提示', '蓝色', '黄色', '橙色', '红色'];
const STATES: readonly (readonly [WarningState, string])[] = [
  ['raised', '待签收'],
  ['acknowledged', '待处置'],
  ['handled', '待核实'],
  ['verified', '待销号'],
  ['closed', '已销号'],
];
const RULES = [
  {
    code: 'PAY-03',
    title: '到期没有足额发工资',
    says: (p: number, y: string, m: string) => `${m}工资应在 11月15日前发，${p} 人还没有足额到卡，差 ${y} 元。`,
    data: false,
  },
  { code: 'ACC-07', title: '专户余额不够发下月工资', says: (p: number, y: string) => `专户余额比本月应发少 ${y} 元，涉及 ${p} 人。`, data: false },
  {
    code: 'FUND-06',
    title: '人工费用没有按月拨付',
    says: (p: number, y: string) => `建设单位已 43 天没有拨付人工费用，按进度应拨 ${y} 元，在场 ${p} 人。`,
    data: false,
  },
  { code: 'ROST-02', title: '考勤有、花名册没有', says: (p: number) => `${p} 人上月有考勤，花名册里没有，没有签合同的记录。`, data: false },
  { code: 'OPS-05', title: '考勤数据停了', says: () => '这个项目已 9 天没有考勤数据，无法判断工资是否拖欠。', data: true },
] as const;

function seeded(index: number): number {
  let x = (index + 1) * 2654435761;
  x ^= x >>> 15;
  x = Math.imul(x, 2246822519);
  x ^= x >>> 13;
  return (x >>> 0) / 4294967296;
}

function plus(days: number): string {
  return new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const steps = new Map<string, { step: string; note: string | null; at: string }[]>();

function warning(index: number): WarningRow {
  const r = (salt: number) => seeded(index * 31 + salt);
  const rule = RULES[Math.floor(r(1) ** 1.6 * RULES.length)] ?? RULES[0];
  const level = rule.data ? 0 : index < 4 ? 4 : Math.min(4, 1 + Math.floor(r(2) * 4));
  const people = rule.data ? 0 : 3 + Math.floor(r(3) * (level > 3 ? 90 : 40));
  const fen = rule.data ? 0 : people * (200_000 + Math.floor(r(4) * 1_200_000));
  const town = TOWNS[Math.floor(r(5) * TOWNS.length)] ?? TOWNS[0];
  const site = `${SITES[Math.floor(r(6) * SITES.length)] ?? ''}（${1 + (index % 9)}标段）`;
  const id = `w${index}`;
  const done = steps.get(id) ?? [];
  const initial = index < 8 ? index % 3 : Math.floor(r(7) * 5);
  const order = ['acknowledge', 'handle', 'verify', 'close'];
  const at = Math.min(
    4,
    done.reduce((state, one) => (one.step === 'return' ? 1 : one.step === 'reopen' ? 0 : Math.max(state, order.indexOf(one.step) + 1)), initial),
  );
  const [state, stateName] = STATES[at] ?? ['raised', '待签收'];
  const daysLeft = index < 2 ? -2 - index * 6 : index < 4 ? 0 : index < 9 ? index - 3 : Math.floor(r(8) * 60) - 12;
  const next = {
    raised: ['acknowledge', '签收'],
    acknowledged: ['handle', '登记处置结果'],
    handled: ['verify', '核实'],
    verified: ['close', '销号'],
    closed: null,
  } as const;
  const step = next[state];
  const yuan = Math.floor(fen / 100).toLocaleString('en-US');
  return {
    id,
    title: rule.title,
    says: rule.says(people, yuan, '10月'),
    level: level as WarningRow['level'],
    levelName: LEVELS[level] ?? '',
    state,
    stateName,
    standing: state !== 'closed',
    isData: rule.data,
    ruleCode: rule.code,
    projectId: `p${index % 97}`,
    projectName: site,
    gcName: FIRMS[Math.floor(r(9) * FIRMS.length)] ?? '',
    regionCode: town[0],
    regionName: town[1],
    month: rule.data ? null : '2026-10',
    amountFen: String(Math.floor(fen / 100) * 100),
    people,
    dueOn: plus(daysLeft),
    actBy: plus(daysLeft),
    daysLeft,
    ownerRoleName: ['网格员', '农民工服务专员', '监察员', '监察队长'][Math.floor(r(10) * 4)] ?? '',
    ownerName: r(11) > 0.4 ? '黄丽华' : null,
    raisedOn: plus(-Math.floor(r(12) * 40)),
    nextStep: step ? { step: step[0], label: step[1] } : null,
  };
}

const all = () => Array.from({ length: 10_000 }, (_, index) => warning(index));
let cached: WarningRow[] | null = null;
const warnings = () => (cached ??= all());

let who: Me | null = null;

const DEMO = [
  { login: 'jiancha', password: 'anxin-demo-2026', name: '黄丽华', roleName: '监察员', organisation: '高唐县劳动保障监察大队', role: 'inspector' },
  { login: 'duizhang', password: 'anxin-demo-2026', name: '李文', roleName: '监察队长', organisation: '高唐县劳动保障监察大队', role: 'inspection-chief' },
  { login: 'zhuanyuan', password: 'anxin-demo-2026', name: '王秀芳', roleName: '农民工服务专员', organisation: '清平镇人民政府', role: 'town-specialist' },
  { login: 'wangge', password: 'anxin-demo-2026', name: '赵建国', roleName: '网格员', organisation: '清平镇人民政府', role: 'grid-worker' },
  { login: 'laozi', password: 'anxin-demo-2026', name: '孙敏', roleName: '劳资专管员', organisation: '高唐宏远建设有限公司', role: 'wage-officer' },
  { login: 'shenji', password: 'anxin-demo-2026', name: '周正', roleName: '审计员', organisation: '高唐县审计局', role: 'auditor' },
  { login: 'guanli', password: 'anxin-demo-2026', name: '吴静', roleName: '系统管理员', organisation: '高唐县人社局', role: 'administrator' },
] as const;

function me(login: string): Me {
  const account = DEMO.find((one) => one.login === login) ?? DEMO[0];
  const enterprise = account.role === 'wage-officer';
  return {
    accountId: account.login,
    login: account.login,
    name: account.name,
    role: account.role,
    roleName: account.roleName,
    organisation: account.organisation,
    regionCode: enterprise ? null : '371526',
    regionName: enterprise ? null : '高唐县',
    enterpriseId: enterprise ? 'e1' : null,
    face: enterprise ? 'enterprise' : 'desk',
    may:
      account.role === 'administrator'
        ? ['account.manage', 'clock.move']
        : [
            'warning.acknowledge',
            'warning.handle',
            'warning.verify',
            'warning.close',
            'warning.assign',
            'worker.unmask',
            'import.records',
            'import.ledger',
            'import.undo',
            'audit.read',
          ],
    mustChangePassword: login === 'gai',
    today: TODAY,
    profileName: '高唐县',
    isDemo: true,
  };
}

function list(query: URLSearchParams): WarningList {
  const has = (name: string, value: string) => {
    const wanted = query.get(name);
    return !wanted || wanted.split(',').includes(value);
  };
  const match = (row: WarningRow, except?: string) =>
    (except === 'level' || has('level', String(row.level))) &&
    (except === 'state' || has('state', row.state)) &&
    (except === 'rule' || has('rule', row.ruleCode)) &&
    (!query.get('region') || row.regionCode.startsWith(query.get('region') ?? '')) &&
    (!query.get('data') || row.isData === (query.get('data') === '1')) &&
    (!query.get('overdue') || (row.daysLeft < 0 && row.state !== 'closed')) &&
    (!query.get('mine') || row.ownerName === '黄丽华') &&
    (!query.get('project') || row.projectId === query.get('project')) &&
    (!query.get('q') || `${row.projectName}${row.gcName}${row.says}`.includes(query.get('q') ?? ''));
  const rows = warnings().filter((row) => match(row));
  const sort = query.get('sort') ?? 'act_by';
  const sign = sort.startsWith('-') ? -1 : 1;
  const key = sort.replace('-', '');
  const value = (row: WarningRow) =>
    key === 'level' ? row.level : key === 'amount' ? Number(row.amountFen) : key === 'raised_on' ? Date.parse(row.raisedOn) : row.daysLeft;
  rows.sort((a, b) => sign * (value(a) - value(b)));
  const page = Number(query.get('page') ?? 1);
  const size = Number(query.get('size') ?? 20);
  const tally = (except: string, keep: (row: WarningRow) => boolean) => warnings().filter((row) => match(row, except) && keep(row)).length;
  return {
    items: rows.slice((page - 1) * size, page * size),
    total: rows.length,
    page,
    size,
    facets: {
      levels: [4, 3, 2, 1, 0].map((level) => ({ level, name: LEVELS[level] ?? '', count: tally('level', (row) => row.level === level) })),
      states: STATES.map(([state, name]) => ({ state, name, count: tally('state', (row) => row.state === state) })),
      rules: RULES.map((rule) => ({ code: rule.code, title: rule.title, count: tally('rule', (row) => row.ruleCode === rule.code) })),
    },
  };
}

function home(): Home {
  const rows = warnings().slice(0, 9);
  return {
    today: TODAY,
    overdue: rows.filter((row) => row.daysLeft < 0),
    dueToday: rows.filter((row) => row.daysLeft === 0),
    sevenDays: rows.filter((row) => row.daysLeft > 0),
    counts: { overdue: 2, dueToday: 2, sevenDays: 5, open: 37 },
    figures: {
      projects: 128,
      projectsNotPaid: 11,
      governmentNotPaid: 3,
      owedFen: '137902800',
      owedPeople: 214,
      paidThisMonthFen: '2134567800',
      closedThisMonth: 19,
    },
    trend: Array.from({ length: 12 }, (_, index) => ({
      month: `${index === 0 ? 2025 : 2026}-${String(index === 0 ? 12 : index).padStart(2, '0')}`,
      raised: 30 + Math.floor(30 * Math.abs(Math.cos(index / 3))),
      closed: 26 + Math.floor(30 * Math.abs(Math.cos((index - 0.7) / 3))),
    })),
    places: TOWNS.map(([code, name], index) => ({
      code,
      name,
      open: Math.floor(seeded(index) * 12),
      red: index % 4 === 0 ? 1 : 0,
      owedFen: String(Math.floor(seeded(index + 40) * 30_000_000)),
    })),
  };
}

const ARTICLES = [
  {
    instrument: '工资条例',
    fullTitle: '保障农民工工资支付条例',
    article: '第十三条',
    text: '农民工工资应当以货币形式，通过银行转账或者现金支付给农民工本人，不得以实物或者有价证券等其他形式替代。',
    gist: null,
    evidence: 'VF',
  },
  {
    instrument: '专户办法',
    fullTitle: '工程建设领域农民工工资专用账户管理暂行办法',
    article: '第十七条',
    text: '总包单位应当按月将工资表交开户银行，由银行代发到工人本人的社保卡或银行卡。',
    gist: null,
    evidence: 'V1',
  },
];

function page(row: WarningRow): WarningPage {
  const extra = steps.get(row.id) ?? [];
  const primary = row.nextStep?.step;
  return {
    warning: row,
    title: row.title,
    says: row.says,
    values: [
      { label: '应发工资', value: '1,312,600', unit: '元', threshold: null },
      { label: '已到卡', value: '1,118,240', unit: '元', threshold: '1,312,600' },
      { label: '没发足的人', value: String(row.people), unit: '人', threshold: '0' },
      { label: '过了约定发薪日', value: '7', unit: '天', threshold: '0' },
    ],
    clears: `银行流水显示这 ${row.people} 人 10月的工资都足额到卡，预警自行消除；或者更正后的工资表显示应发没有这么多。`,
    articles: ARTICLES,
    interpretation: '约定发薪日取专户协议载明的每月 15 日；遇休息日按就近的前一个工作日算。',
    needsLegalReview: true,
    provisional: false,
    parameters: [{ id: 'grace-days', name: '宽限天数', value: '0 天', basis: '高唐县监控预警办法（试行）' }],
    consequences: [{ says: '按应付金额50%以上100%以下的标准加付赔偿金', before: '责令限期支付，逾期不支付', basis: '监察条例第二十六条' }],
    ruleTitle: row.title,
    dutyName: '总包单位',
    rows: [
      {
        title: '10月工资表',
        count: 205,
        href: `/api/projects/${row.projectId}/payroll?month=2026-10`,
        screen: `/projects/${row.projectId}?tab=payroll&month=2026-10`,
      },
      {
        title: '没发足的工人',
        count: row.people,
        href: `/api/projects/${row.projectId}/workers`,
        screen: `/projects/${row.projectId}?tab=workers&month=2026-10&which=owed`,
      },
      { title: '专户流水', count: 31, href: `/api/projects/${row.projectId}/flows`, screen: `/projects/${row.projectId}?tab=flows&month=2026-10` },
    ],
    steps: [
      ...extra.map((one, index) => ({
        id: `x${index}`,
        step: one.step,
        title: { acknowledge: '签收', handle: '处置并回复', verify: '核实', close: '销号', comment: '备注', return: '整改不合格，退回' }[one.step] ?? one.step,
        byName: '黄丽华',
        byRoleName: '监察员',
        happenedAt: one.at,
        note: one.note,
        evidence: one.step === 'handle' ? [{ id: 'e1', fileName: '银行回单-11月21日.pdf', size: 183_400 }] : [],
      })),
      {
        id: 's3',
        step: 'escalated',
        title: '超期升级',
        byName: null,
        byRoleName: null,
        happenedAt: '2026-11-20T16:00:00Z',
        note: '限期内没有签收，从橙色升为红色，转监察队长。',
        evidence: [],
      },
      {
        id: 's2',
        step: 'grown',
        title: '情况加重',
        byName: null,
        byRoleName: null,
        happenedAt: '2026-11-17T01:00:00Z',
        note: '没发足的从 31 人变为 54 人。',
        evidence: [],
      },
      {
        id: 's1',
        step: 'raised',
        title: '发出预警',
        byName: null,
        byRoleName: null,
        happenedAt: '2026-11-16T01:00:00Z',
        note: '10月工资过了发薪日没有足额到卡。',
        evidence: [],
      },
    ].reverse(),
    open: [
      ...(primary
        ? [
            {
              step: primary,
              label: row.nextStep?.label ?? '',
              needsNote: primary !== 'acknowledge',
              needsEvidence: primary === 'handle',
              basis: '《高唐县监控预警办法（试行）》第九条',
            },
          ]
        : []),
      ...(row.state === 'handled' ? [{ step: 'return' as const, label: '整改不合格，退回', needsNote: true, needsEvidence: false, basis: null }] : []),
      { step: 'assign', label: '指派', needsNote: false, needsEvidence: false, basis: null },
      { step: 'comment', label: '写备注', needsNote: true, needsEvidence: false, basis: null },
    ],
    shut: [
      ...(row.state === 'verified' ? [] : [{ step: 'close' as const, label: '销号', why: `现在是“${row.stateName}”，不能销号：只有“待销号”时可以。` }]),
      ...(row.state === 'handled' ? [] : [{ step: 'verify' as const, label: '核实通过', why: '还没有处置结果可核实。先登记处置结果。' }]),
    ],
    closeReasons: [
      { reason: 'false-alarm', name: '误报' },
      { reason: 'transferred', name: '已转其他程序办理' },
      { reason: 'other', name: '其他' },
    ],
    relatedOpen: 3,
    assignees: [
      { accountId: 'a1', name: '黄丽华', roleName: '监察员' },
      { accountId: 'a2', name: '李文', roleName: '监察队长' },
    ],
  };
}

const rules = (): RuleSummary[] =>
  RULES.map((rule) => ({
    code: rule.code,
    title: rule.title,
    chapter: '工资支付',
    subject: '项目月',
    isSwept: true,
    warns: [],
    evidence: 'VF',
    evidenceMeans: '已核对全文',
    needsLegalReview: false,
    articles: ARTICLES,
    open: warnings().filter((row) => row.ruleCode === rule.code && row.state !== 'closed').length,
  }));

const audit = (): AuditRow[] =>
  Array.from({ length: 50 }, (_, index) => ({
    seq: String(9000 - index),
    at: new Date(Date.parse('2026-11-22T06:20:00Z') - index * 1_234_567).toISOString(),
    actorName: ['黄丽华', '李文', '孙敏'][index % 3] ?? '',
    actorRole: ['inspector', 'inspection-chief', 'wage-officer'][index % 3] ?? '',
    action: ['worker.unmasked', 'warning.acknowledge', 'import.done', 'session.begun'][index % 4] ?? '',
    object: ['工人 张某某', '预警 w12', '导入 i8', '账号 laozi'][index % 4] ?? '',
    regionCode: '371526',
    detail: { project: '时风路安置房（1标段）' },
    seal: index > 6 ? String(400 - Math.floor(index / 7)) : null,
  }));

const accounts: AccountRow[] = DEMO.map((one, index) => ({
  accountId: one.login,
  login: one.login,
  name: one.name,
  role: one.role,
  roleName: one.roleName,
  organisation: one.organisation,
  regionCode: '371526',
  regionName: '高唐县',
  enterpriseId: null,
  industry: null,
  mustChangePassword: index === 3,
  isDemo: true,
  isDisabled: index === 5,
}));

export function answer(request: Request, response: Response): void {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk.toString();
  });
  request.on('end', () => {
    const send = (status: number, value?: unknown) => {
      response.statusCode = status;
      response.setHeader('content-type', 'application/json');
      response.end(value === undefined ? undefined : JSON.stringify(value));
    };
    const url = new URL(request.url ?? '/', 'http://mock');
    const path = url.pathname;
    const method = request.method ?? 'GET';
    const field = (name: string) => new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(body)?.[1];
    if (path === '/session' && method === 'GET') return send(200, { signedIn: who !== null, mustChangePassword: false });
    if (path === '/session' && method === 'POST') {
      const { login, password } = JSON.parse(body);
      if (password !== 'anxin-demo-2026')
        return send(401, {
          code: 'login-refused',
          says: '账号或密码不对。再试 4 次会锁 15 分钟；忘了就找管理员重设。',
          fields: [{ path: 'password', says: '账号或密码不对' }],
        });
      who = me(login);
      return send(204);
    }
    if (path === '/session') {
      who = null;
      return send(204);
    }
    if (path === '/demo-accounts') return send(200, DEMO);
    if (path === '/sign-on') return send(200, { offered: [] });
    if (path === '/notices') return send(200, { items: [], total: 0, unread: 0, page: 1, size: 20 });
    if (path === '/identities') return send(200, { items: [] });
    if (!who) return send(401, { code: 'signed-out', says: '登录已失效，重新登录后接着办。' });
    if (path === '/me') return send(200, who);
    if (path === '/me/password') {
      who = { ...who, mustChangePassword: false };
      return send(204);
    }
    if (path === '/home') return send(200, home());
    if (path === '/warnings') {
      if (url.searchParams.get('q') === '坏') return send(500, { code: 'broken', says: '没有取到预警，数据没有改动。过一会儿再取。', reference: 'A7F3-20' });
      return send(200, list(url.searchParams));
    }
    const one = /^\/warnings\/w(\d+)(\/steps)?$/.exec(path);
    if (one) {
      const index = Number(one[1]);
      if (one[2]) {
        const command = (body.startsWith('{') ? JSON.parse(body) : { step: field('step'), note: field('note') }) as StepCommand;
        if (command.step === 'close' && command.note === '')
          return send(422, { code: 'step-needs-note', says: '按“误报”销号要写明情况。写清楚依据再销号。', fields: [{ path: 'note', says: '没有写说明' }] });
        const id = `w${index}`;
        steps.set(id, [{ step: command.step, note: command.note ?? null, at: '2026-11-22T06:30:00Z' }, ...(steps.get(id) ?? [])]);
        warnings()[index] = warning(index);
      }
      return send(200, page(warnings()[index] ?? warning(index)));
    }
    if (path === '/law/rules') return send(200, rules());
    if (path === '/audit') return send(200, { items: audit(), total: 1234 });
    if (path === '/accounts')
      return send(200, method === 'POST' ? { accountId: 'new', login: 'xinren', password: 'Ku8-maple-river-22' } : { items: accounts, total: accounts.length });
    if (path.startsWith('/accounts/')) return send(200, { accountId: 'x', login: 'wangge', password: 'Ku8-maple-river-22' });
    if (path === '/clock') return send(200, { today: TODAY, movedTo: null, mayMove: true });
    if (path === '/regions')
      return send(200, {
        items: url.searchParams.get('parent')
          ? TOWNS.map(([code, name]) => ({ code, name, level: 'town', parent: '371526', hasParts: false }))
          : [{ code: '371526', name: '高唐县', level: 'county', parent: '3715', hasParts: true }],
      });
    if (path === '/search') {
      const q = url.searchParams.get('q') ?? '';
      const found = warnings()
        .filter((row) => row.projectName.includes(q))
        .slice(0, 5);
      return send(
        200,
        found.map((row) => ({ kind: 'project', title: row.projectName, detail: row.gcName, screen: `/projects/${row.projectId}` })),
      );
    }
    return send(404, { code: 'not-found', says: '没有这一项，或不在你的管辖范围内。' });
  });
}
