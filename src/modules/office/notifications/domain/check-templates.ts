import { isChannel } from './channels.ts';
import { type Slot, type Template, textOf, type Values, valueOf } from './templates.ts';

/** Typed slots of WeChat and the variables of text messages: how long a value may be. A longer one is refused by the vendor, at night, for one person. */
const SLOT_LIMITS: Readonly<Record<string, { readonly longest: number; readonly pattern?: RegExp; readonly says: string }>> = {
  sms: { longest: 35, says: '短信变量最多 35 个字' },
  thing: { longest: 20, says: 'thing 最多 20 个字' },
  phrase: { longest: 5, pattern: /^\p{Script=Han}+$/u, says: 'phrase 最多 5 个汉字' },
  character_string: { longest: 32, pattern: /^[\x21-\x7e]+$/, says: 'character_string 最多 32 个字母、数字或符号' },
  number: { longest: 32, pattern: /^\d+$/, says: 'number 最多 32 位数字' },
  time: { longest: 16, pattern: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, says: 'time 写成 2026-11-27 09:30' },
  date: { longest: 16, pattern: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, says: 'date 写成 2026-11-27 09:30' },
};

/** A text message over 70 characters is cut in two and paid twice. */
const LONGEST_SMS = 70;

/**
 * Words that would tell a stranger who looks at a locked screen what the message is about (中性用语). The name of the product
 * is let through: it is the sender, and the person must know where to sign in.
 */
const TELLING = [
  '工资',
  '薪',
  '欠',
  '拖欠',
  '投诉',
  '举报',
  '线索',
  '案件',
  '立案',
  '处罚',
  '责令',
  '失信',
  '预警',
  '监察',
  '仲裁',
  '保证金',
  '专户',
  '工程',
  '项目',
  '公司',
  '企业',
  '单位',
  '工人',
  '农民工',
  '姓名',
  '身份证',
  '银行',
  '元',
  '法院',
  '信访',
  '整改',
  '约谈',
];

/** The longest a value can become. */
const WIDEST: Values = { matters: 100_000, reference: 'W'.repeat(8), code: '888888', at: '2026-11-27 09:30' };

const PLACEHOLDERS = new Set(['{matters}', '{reference}', '{code}', '{at}']);

/** Everything wrong with the templates, in Chinese; empty when they may be used. Asked at the start, so that no message fails over it later. */
export function templateFaults(templates: readonly Template[]): readonly string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const template of templates) {
    const where = `模板 ${template.channel}/${template.kind}`;
    const key = `${template.channel}/${template.kind}`;
    if (seen.has(key)) faults.push(`${where} 写了两遍。`);
    seen.add(key);
    for (const says of faultsOf(template)) faults.push(`${where}：${says}。`);
  }
  return faults;
}

function faultsOf(template: Template): string[] {
  const faults: string[] = [];
  for (const text of [template.subject, template.text, ...template.slots.map(fixedOf)]) {
    const told = TELLING.find((word) => text.replaceAll('安薪', '').includes(word));
    if (told !== undefined) faults.push(`有“${told}”，锁屏上别人也看得到，请改用中性的说法`);
    const stray = (text.match(/\{[^}]*\}/g) ?? []).find((one) => !PLACEHOLDERS.has(one));
    if (stray !== undefined) faults.push(`有看不懂的 ${stray}，只能用 ${[...PLACEHOLDERS].join(' ')}`);
    if (/https?:|www\./i.test(text)) faults.push('不能带网址，运营商会拦，也教人点陌生链接');
  }
  if (template.kind === 'code' && !template.text.includes('{code}')) faults.push('验证码模板里没有 {code}');
  if (template.kind !== 'code' && template.text.includes('{code}')) faults.push('只有验证码模板能有 {code}');
  if (template.channel === 'sms' && [...textOf(template, WIDEST)].length > LONGEST_SMS) faults.push(`全文可能超过 ${LONGEST_SMS} 个字，会拆成两条`);
  for (const slot of template.slots) {
    const limit = limitOf(template, slot);
    if (limit === undefined) faults.push(`变量 ${slot.name} 的类型没有登记，不知道能放多长`);
    else {
      const value = valueOf(slot.value, WIDEST);
      if ([...value].length > limit.longest || limit.pattern?.test(value) === false) faults.push(`变量 ${slot.name} 放不下“${value}”：${limit.says}`);
    }
  }
  return faults;
}

function fixedOf(slot: Slot): string {
  return typeof slot.value === 'object' ? slot.value.fixed : '';
}

/** WeChat names a slot by its type and a number (`thing1`); a text message's variables have one limit for all. */
function limitOf(template: Template, slot: Slot) {
  if (template.channel === 'sms') return SLOT_LIMITS['sms'];
  return isChannel(template.channel) ? SLOT_LIMITS[slot.name.replace(/\d+$/, '')] : undefined;
}
