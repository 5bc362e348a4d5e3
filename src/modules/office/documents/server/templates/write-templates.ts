import { writeFileSync } from 'node:fs';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type ISectionPropertiesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
} from 'docx';

// Writes the templates the product begins with: `node src/modules/office/documents/server/templates/write-templates.ts`. The files are
// kept in the repository; an office changes its own copy in Word. Sizes and margins are those of official documents (GB/T 9704).

const MM = 56.7;
const FANGSONG = { ascii: 'FangSong', hAnsi: 'FangSong', eastAsia: '仿宋_GB2312' };
const SONG = { ascii: 'SimSun', hAnsi: 'SimSun', eastAsia: '方正小标宋简体' };
const HEI = { ascii: 'SimHei', hAnsi: 'SimHei', eastAsia: '黑体' };

const A4_LETTER: ISectionPropertiesOptions = {
  page: { size: { width: 11906, height: 16838 }, margin: { top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM, footer: 25 * MM, header: 15 * MM } },
};
const A4_SHEET: ISectionPropertiesOptions = {
  page: {
    size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
    margin: { top: 15 * MM, bottom: 15 * MM, left: 12 * MM, right: 12 * MM, footer: 8 * MM, header: 8 * MM },
  },
};
const A3_BOARD: ISectionPropertiesOptions = {
  page: { size: { width: 16838, height: 23811 }, margin: { top: 14 * MM, bottom: 12 * MM, left: 16 * MM, right: 16 * MM, footer: 7 * MM, header: 7 * MM } },
};

interface Words {
  readonly size?: number;
  readonly bold?: boolean;
  readonly font?: typeof FANGSONG;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly indent?: boolean;
  readonly before?: number;
  readonly after?: number;
  readonly exact?: number;
  readonly heading?: boolean;
  readonly colour?: string;
  readonly keepNext?: boolean;
  readonly ownPage?: boolean;
}

/** A paragraph of one look. Sizes in points. */
function words(text: string, look: Words = {}): Paragraph {
  const size = look.size ?? 16;
  return new Paragraph({
    ...(look.heading === true && { heading: HeadingLevel.HEADING_1 }),
    alignment: look.align ?? AlignmentType.LEFT,
    keepNext: look.keepNext ?? false,
    pageBreakBefore: look.ownPage ?? false,
    spacing: {
      before: (look.before ?? 0) * 20,
      after: (look.after ?? 0) * 20,
      ...(look.exact === undefined ? { line: 276, lineRule: LineRuleType.AUTO } : { line: look.exact * 20, lineRule: LineRuleType.EXACT }),
    },
    ...(look.indent === true && { indent: { firstLine: size * 2 * 20 } }),
    children: [new TextRun({ text, size: size * 2, bold: look.bold ?? false, font: look.font ?? FANGSONG, color: look.colour ?? '000000' })],
  });
}

const title = (text: string, size = 22) =>
  words(text, { size, font: SONG, bold: true, align: AlignmentType.CENTER, heading: true, after: 6, exact: Math.round(size * 1.5) });
const body = (text: string) => words(text, { indent: true, exact: 28 });
const plain = (text: string) => words(text, { exact: 28 });
const number = () => words('{文号}', { align: AlignmentType.RIGHT, exact: 28, after: 14 });
const signed = () => [
  words('{机关名称}（印章）', { align: AlignmentType.RIGHT, exact: 28, before: 42, keepNext: true }),
  words('{落款日期}', { align: AlignmentType.RIGHT, exact: 28, after: 14 }),
];
/** Stays with the signature: a page with seal and date alone could be put under any text. */
const last = (text: string) => words(text, { indent: true, exact: 28, keepNext: true });
/** Two lines: a telephone number is not to be broken at its hyphen. */
const reach = (contact: string, telephone: string) => [last(`联系人：{${contact}}`), last(`联系电话：{${telephone}}`)];

function pageFooter(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: 20, font: SONG, children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'] })],
      }),
    ],
  });
}

/** The stub an addressee signs, behind everything that is served: a sheet of its own, because it comes back and is filed alone. */
function receipt(): (Paragraph | Table)[] {
  return [
    words('送达回证', { size: 14, font: HEI, align: AlignmentType.CENTER, after: 6, keepNext: true, ownPage: true }),
    table(
      [
        [cell('送达文书'), cell('{文号}', { span: 3 })],
        [cell('受送达人'), cell(''), cell('送达方式'), cell('□直接　□留置　□邮寄　□电子　□公告')],
        [cell('收件人签名或盖章'), cell(''), cell('收到日期'), cell('　　　年　　月　　日')],
        [cell('送达人'), cell(''), cell('见证人'), cell('')],
      ],
      [30 * MM, 34 * MM, 22 * MM, 70 * MM],
      12 * MM,
    ),
  ];
}

interface CellLook {
  readonly span?: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly fill?: string;
  readonly font?: typeof FANGSONG;
}

function cell(text: string, look: CellLook = {}): TableCell {
  return new TableCell({
    columnSpan: look.span ?? 1,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(look.fill !== undefined && { shading: { fill: look.fill } }),
    children: [
      new Paragraph({
        alignment: look.align ?? AlignmentType.CENTER,
        children: [new TextRun({ text, size: (look.size ?? 12) * 2, bold: look.bold ?? false, font: look.font ?? FANGSONG })],
      }),
    ],
  });
}

const LINE = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const LINES = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

function table(rows: readonly (readonly TableCell[])[], widths: readonly number[], height: number, headers = 0): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(Math.round),
    width: { size: Math.round(widths.reduce((sum, width) => sum + width, 0)), type: 'dxa' },
    borders: LINES,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: rows.map(
      (cells, index) =>
        new TableRow({ children: [...cells], tableHeader: index < headers, cantSplit: true, height: { value: Math.round(height), rule: 'atLeast' } }),
    ),
  });
}

type Template = readonly [code: string, section: ISectionPropertiesOptions, children: readonly (Paragraph | Table)[]];

function letter(code: string, heading: string, children: readonly (Paragraph | Table)[]): Template {
  return [
    code,
    A4_LETTER,
    [words('{机关名称}', { size: 18, font: SONG, align: AlignmentType.CENTER, exact: 32 }), title(heading), number(), ...children, ...signed(), ...receipt()],
  ];
}

const COLUMNS = [
  ['序号', 11],
  ['姓名', 19],
  ['身份证号', 43],
  ['联系电话', 27],
  ['工种', 18],
  ['出勤天数', 16],
  ['应发工资', 25],
  ['扣减', 20],
  ['实发工资', 25],
  ['银行卡', 29],
  ['签字', 40],
] as const;

function payrollSheet(): Template {
  const small = (text: string, look: CellLook = {}) => cell(text, { size: 9, ...look });
  const row = COLUMNS.map(([name], index) => {
    const tag = `${index === 0 ? '{#人员}' : ''}{${name}}${index === COLUMNS.length - 1 ? '{/人员}' : ''}`;
    return small(tag, { align: ['应发工资', '扣减', '实发工资'].includes(name) ? AlignmentType.RIGHT : AlignmentType.CENTER });
  });
  const total = [
    small('合计', { span: 6, bold: true }),
    small('{应发合计}', { bold: true, align: AlignmentType.RIGHT }),
    small('{扣减合计}', { bold: true, align: AlignmentType.RIGHT }),
    small('{实发合计}', { bold: true, align: AlignmentType.RIGHT }),
    small('共 {人数} 人', { span: 2, bold: true }),
  ];
  return [
    'payroll-sheet',
    A4_SHEET,
    [
      title('农民工工资支付表', 20),
      words('项目名称：{项目名称}　　施工总承包单位：{施工总承包单位}　　单位：元', { size: 10.5 }),
      words('用工单位：{用工单位}　　班组：{班组}　　工资月份：{工资月份}　　发薪日期：{发薪日期}', { size: 10.5, after: 4 }),
      table(
        [COLUMNS.map(([name]) => small(name, { bold: true, fill: 'E7E6E6', font: HEI })), row, total],
        COLUMNS.map(([, width]) => width * MM),
        9.5 * MM,
        1,
      ),
      words('实发合计（大写）：{实发合计大写}', { size: 10.5, before: 4 }),
      words('本人已核对以上出勤天数和工资数额，签字确认。不识字的由本人按手印。工资由本人领取，任何人不得代领、扣押工资卡。', { size: 10.5 }),
      words('制表人：{制表人}　　　　审核人（劳资专管员）：{审核人}　　　　制表日期：{落款日期}', { size: 10.5, before: 6 }),
    ],
  ];
}

function noticeBoard(): Template {
  const big = (text: string, look: CellLook = {}) => cell(text, { size: 17, align: AlignmentType.LEFT, ...look });
  const head = (text: string) => big(text, { fill: 'E7E6E6', font: HEI, bold: true, size: 16, align: AlignmentType.CENTER });
  const wide = (name: string, tag = `{${name}}`) => [head(name), big(tag, { span: 3 })];
  return [
    'notice-board',
    A3_BOARD,
    [
      title('农民工维权信息告示牌', 48),
      words('{项目名称}', { size: 26, font: HEI, bold: true, align: AlignmentType.CENTER, after: 8 }),
      table(
        [
          wide('建设单位'),
          wide('施工总承包单位'),
          wide('项目部'),
          wide('分包单位'),
          wide('行业主管部门'),
          [head('劳资专管员'), big('{劳资专管员}'), head('电话'), big('{劳资专管员电话}', { bold: true, size: 20 })],
          [
            head('最低工资标准'),
            big('每月 {月最低工资标准} 元{#小时最低工资标准}　每小时 {小时最低工资标准} 元{/小时最低工资标准}'),
            head('工资支付日期'),
            big('{工资支付日期}', { bold: true, size: 20 }),
          ],
          wide('工资保证金'),
          [
            head('劳动保障监察投诉'),
            big('{劳动保障监察投诉电话}', { bold: true, size: 24 }),
            head('公共法律服务热线'),
            big('{公共法律服务热线}', { bold: true, size: 24 }),
          ],
          wide('行业主管部门投诉', '{行业主管部门投诉电话}'),
          wide('劳动争议调解仲裁'),
          wide('法律援助'),
        ],
        [50 * MM, 90 * MM, 50 * MM, 75 * MM],
        15 * MM,
      ),
      words('工资按月足额发到本人银行卡。没拿到工资，先问劳资专管员；解决不了，拨打上面的投诉电话。没有智能手机也行，打电话、到现场都可以。', {
        size: 18,
        before: 12,
        after: 8,
      }),
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: '{二维码}', size: 24 })] }),
      words('手机扫码，看本项目的工资支付信息和维权电话', { size: 20, font: HEI, bold: true, align: AlignmentType.CENTER }),
      words('{查询网址}', { size: 12, align: AlignmentType.CENTER }),
      words('依据《保障农民工工资支付条例》第三十四条设立　　{落款日期}', { size: 12, align: AlignmentType.CENTER, before: 6 }),
    ],
  ];
}

const TEMPLATES: readonly Template[] = [
  payrollSheet(),
  noticeBoard(),
  letter('rectification-order', '劳动保障监察限期改正指令书', [
    plain('{当事人}：'),
    words(
      '{#统一社会信用代码}统一社会信用代码：{统一社会信用代码}　{/统一社会信用代码}{#法定代表人}法定代表人：{法定代表人}　{/法定代表人}{#当事人地址}地址：{当事人地址}　{/当事人地址}{#项目名称}项目：{项目名称}{/项目名称}',
      { size: 14, exact: 26, after: 6 },
    ),
    body('经查，你单位存在下列违反劳动保障法律、法规的行为：'),
    body('{违法事实}'),
    body('上述行为违反了{违反条款}的规定。根据{指令依据}，现责令你单位于{改正期限}前改正：'),
    body('{改正要求}'),
    body('请于改正期限届满前向本机关报送：{报送材料}'),
    body('{逾期后果}'),
    last('{救济途径}'),
    last('承办人：{承办人}'),
    last('联系电话：{联系电话}'),
    last('本机关地址：{机关地址}'),
  ]),
  letter('deposit-storing-notice', '工资保证金存储通知书', [
    plain('{施工总承包单位}：'),
    body(
      '你单位承建的{项目名称}，施工合同额{施工合同额}元。根据《保障农民工工资支付条例》第三十二条和《工程建设领域农民工工资保证金规定》，应当按{存储比例}存储工资保证金{应存金额}元（{应存金额大写}）。',
    ),
    body(
      '请于{存储期限}前{#经办银行}到{经办银行}{/经办银行}开立工资保证金专门账户存储，或者提交同等金额的银行保函，并将《农民工工资保证金存款协议书》副本或者保函正本报本机关。',
    ),
    body('逾期未按规定存储工资保证金或者未提供金融机构保函的，将依照《保障农民工工资支付条例》第五十五条责令限期改正；逾期不改正的，依法处理。'),
    ...reach('联系人', '联系电话'),
  ]),
  letter('deposit-top-up-notice', '工资保证金补足通知书', [
    plain('{施工总承包单位}：'),
    body('因{项目名称}拖欠农民工工资，已于{动用日期}从你单位工资保证金中支付{动用金额}元。'),
    body(
      '根据《工程建设领域农民工工资保证金规定》第二十条，请于{补足期限}前补足{应补足金额}元（{应补足金额大写}）；使用银行保函的，提供与原保函相同担保范围和担保金额的新保函。',
    ),
    body('逾期未补足的，将依照《保障农民工工资支付条例》第五十五条处理。'),
    ...reach('联系人', '联系电话'),
  ]),
  letter('deposit-return-confirmation', '工资保证金返还（销户）确认书', [
    plain('{经办银行}、{施工总承包单位}：'),
    body('{施工总承包单位}于{申请日期}申请返还{项目名称}的工资保证金。公示情况：{公示情况}'),
    body(
      '经审核，符合《工程建设领域农民工工资保证金规定》第二十二条的返还条件，同意返还{返还金额}元（{返还金额大写}）。{#保证金账号}账号：{保证金账号}。{/保证金账号}{#保函编号}退还保函正本，编号：{保函编号}。{/保函编号}',
    ),
    body('自收到本确认书之日起，该账户解除监管，相应款项不再属于工资保证金，可以办理销户。'),
    ...reach('联系人', '联系电话'),
  ]),
  letter('deposit-payment-notice', '农民工工资保证金支付通知书', [
    plain('{经办银行}、{施工总承包单位}：'),
    body('{施工总承包单位}承建的{项目名称}发生拖欠农民工工资，本机关已作出{处理决定文号}，责令其于{决定到期日}前清偿。{不履行情况}'),
    body(
      '根据《工程建设领域农民工工资保证金规定》第十九条，请在收到本通知书后5个工作日内，从工资保证金{#保证金账号}（{保证金账号}）{/保证金账号}中支付{支付金额}元（{支付金额大写}），以银行转账方式支付给{人数}被拖欠工资的农民工本人。{支付清单}',
    ),
    body('支付后请将支付凭证报本机关，并通知{施工总承包单位}自使用之日起10个工作日内补足。'),
    ...reach('联系人', '联系电话'),
  ]),
  letter('account-opening-reminder', '农民工工资专用账户开立催办通知', [
    plain('{施工总承包单位}：'),
    body(
      '你单位承建的{项目名称}于{施工合同签订日期}签订施工合同。根据《保障农民工工资支付条例》第二十六条和《工程建设领域农民工工资专用账户管理暂行办法》第六条，应当于{应开立日期}前开立农民工工资专用账户，与建设单位、开户银行签订资金管理三方协议，并在开立后30日内备案。',
    ),
    body('{现在情况}'),
    body(
      '请于{办理期限}前办结，并将开户资料、三方协议和备案材料报本机关。逾期不办的，将依照《保障农民工工资支付条例》第五十五条责令限期改正；逾期不改正的，依法处理。',
    ),
    ...reach('联系人', '联系电话'),
  ]),
  [
    'account-closing-notice',
    A4_LETTER,
    [
      title('农民工工资专用账户撤销公示'),
      words('', { exact: 14 }),
      body('{施工总承包单位}承建的{项目名称}（建设单位：{建设单位}）已于{完工日期}完工，不存在未解决的拖欠农民工工资问题。'),
      body('根据《保障农民工工资支付条例》第二十七条，拟申请撤销农民工工资专用账户，现予公示。'),
      body('账户名称：{专用账户名称}'),
      body('开户银行：{开户银行}　账号：{专用账户账号}'),
      body('公示期：{公示开始日期}至{公示结束日期}，共30日。'),
      body('{说明}'),
      last('企业联系人：{企业联系人}'),
      last('企业联系电话：{企业联系电话}'),
      last('监管部门电话：{监管部门电话}'),
      words('{施工总承包单位}（盖章）', { align: AlignmentType.RIGHT, exact: 28, before: 42, keepNext: true }),
      words('{落款日期}', { align: AlignmentType.RIGHT, exact: 28 }),
    ],
  ],
];

for (const [code, properties, children] of TEMPLATES) {
  const document = new Document({
    creator: '安薪',
    title: code,
    styles: { default: { document: { run: { font: FANGSONG, size: 32 } }, heading1: { run: { color: '000000', bold: true } } } },
    // A board is one sheet; everything else may run on.
    sections: [{ properties, ...(properties !== A3_BOARD && { footers: { default: pageFooter() } }), children: [...children] }],
  });
  writeFileSync(new URL(`./${code}.docx`, import.meta.url), await Packer.toBuffer(document));
}
