import { createWriteStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type CivilDate, type CivilMonth, parseCivilDate, parseCivilMonth } from '#kernel/civil-date.ts';
import { ABROAD_FORMATS, type AbroadFormat, FORMAT_FORMS } from '#modules/prevention/payroll-abroad/domain/index.ts';
import { FORMS, WORKBOOK_KINDS, type WorkbookKind } from '#modules/prevention/workbooks/domain/index.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { withParts } from '../with-parts.ts';
import type { Parts } from '../wiring.ts';
import { projectOf, senderOf } from './acting-as.ts';

interface Asked {
  readonly as: string;
  readonly project?: string;
  readonly month?: CivilMonth;
  readonly purpose?: string;
  readonly out: string;
}

interface FormAsked extends Asked {
  readonly kind: WorkbookKind;
  readonly whole?: true;
  readonly blank?: true;
}

interface AbroadAsked extends Asked {
  readonly format: AbroadFormat;
  readonly weekEnding?: CivilDate;
  readonly head?: string;
  readonly workers?: string;
  readonly supplementForm?: true;
}

/** `anxin export`: the forms and files the pages write, for an office that works from a terminal. Acts for an account, within its scope. */
export function exportCommand(): Command {
  const command = new Command('export').description('导出：八种常用表，或其他国家的工资文件');
  common(command.command('form').description(`导出一张表：${WORKBOOK_KINDS.map((kind) => FORMS[kind].title).join('、')}`))
    .addOption(new Option('--kind <kind>', '哪一张表').choices(WORKBOOK_KINDS).makeOptionMandatory())
    .option('--whole', '身份证号、卡号、电话写全；要有这项权限')
    .option('--blank', '预填好已知内容、留空待填的表')
    .action((options: FormAsked) => withParts((parts) => writeForm(parts, options)));
  common(command.command('payroll').description('一个项目的工资写成其他国家的文件，写完用独立的读法复核'))
    .addOption(new Option('--format <format>', '哪一种文件').choices(ABROAD_FORMATS).makeOptionMandatory())
    .option('--week-ending <day>', '一周的最后一天，例如 2026-09-05（WH-347、eCPR）', day)
    .option('--head <path>', '表头要补充的内容：JSON 文件，键见 --supplement-form 的提示')
    .option('--workers <path>', '每个工人要补充的内容：制表符或逗号分隔的文本，第一列是人员编号')
    .option('--supplement-form', '不写文件，只写一张要填的补充表')
    .action((options: AbroadAsked) => withParts((parts) => writeAbroad(parts, options)));
  return command;
}

function common(command: Command): Command {
  return command
    .requiredOption('--as <login>', '以哪个账号的名义和管辖范围导出')
    .option('--project <code>', '项目代码')
    .option('--month <month>', '月份，例如 2026-09', month)
    .option('--purpose <text>', '用途，写进文件和审计')
    .option('--out <folder>', '存到哪个文件夹', '.');
}

async function writeForm(parts: Parts, options: FormAsked): Promise<number> {
  const sender = await exporterOf(parts, options.as);
  if (typeof sender === 'string') return refused(sender);
  const projectId = options.project === undefined ? undefined : await projectOf(parts, sender, options.project);
  if (options.project !== undefined && projectId === undefined) return refused(`在该账号的管辖范围内没有代码为“${options.project}”的项目。`);
  const purpose = purposeOf(options.purpose);
  if (purpose === undefined) return refused(NO_PURPOSE);
  const asked = await parts.exports.ask(sender, {
    kind: options.kind,
    projectId,
    month: options.month,
    purpose,
    whole: options.whole === true,
    isForm: options.blank === true,
  });
  if (!asked.ok) return refused(asked.refusal.says);
  const opened = await parts.exports.open(sender, asked.value.id);
  if (!opened.ok) return refused(opened.refusal.says);
  const path = join(options.out, opened.value.name);
  await pipeline(opened.value.content, createWriteStream(path));
  console.log(`已写入 ${path}（导出编号 ${asked.value.id}）`);
  return 0;
}

async function writeAbroad(parts: Parts, options: AbroadAsked): Promise<number> {
  const sender = await exporterOf(parts, options.as);
  if (typeof sender === 'string') return refused(sender);
  const projectId = await projectOf(parts, sender, options.project ?? '');
  if (projectId === undefined) return refused(`在该账号的管辖范围内没有代码为“${options.project ?? ''}”的项目。请用 --project 写明。`);
  const order = { format: options.format, projectId, month: options.month, weekEnding: options.weekEnding };
  if (options.supplementForm === true) {
    const made = await parts.payrollAbroad.supplementForm(sender, order);
    if (!made.ok) return refused(made.refusal.says);
    writeFileSync(join(options.out, made.value.name), made.value.content);
    console.log(`已写入 ${join(options.out, made.value.name)}。填好后另存为文本，用 --workers 给出。表头（--head）要这些：`);
    for (const field of FORMAT_FORMS[options.format].head) console.log(`  ${field.key}  ${field.name}${field.isRequired ? '' : '（可不填）'}：${field.form}`);
    return 0;
  }
  const purpose = purposeOf(options.purpose);
  if (purpose === undefined) return refused(NO_PURPOSE);
  const head = readHead(options.head);
  if (head === null) return refused('表头文件读不出来：应是 JSON，值都是文字，例如 {"currency": "AED"}。');
  const workers = options.workers === undefined ? '' : readText(options.workers);
  if (workers === null) return refused(`找不到工人补充表“${options.workers}”。请核对路径。`);
  const written = await parts.payrollAbroad.write(sender, {
    ...order,
    purpose,
    head,
    workers,
  });
  if (!written.ok) {
    console.error(written.refusal.says);
    for (const field of written.refusal.fields ?? []) console.error(`  ${field.path}：${field.says}`);
    return 1;
  }
  const path = join(options.out, written.value.name);
  await pipeline(written.value.content, createWriteStream(path));
  console.log(`已写入 ${path}`);
  return 0;
}

/** Who exports, or why nobody does. */
async function exporterOf(parts: Parts, login: string): Promise<Sender | string> {
  const sender = await senderOf(parts, login);
  if (sender === undefined) return `没有可用的账号“${login}”。请核对登录名。`;
  return sender.scope.role === 'app_admin' ? '系统管理员只管账号，不看工资数据。请用业务岗位的账号导出。' : sender;
}

const NO_PURPOSE = '请用 --purpose 写明用途，至少四个字。';

function purposeOf(text: string | undefined): string | undefined {
  const plain = text?.trim() ?? '';
  return plain.length >= 4 && plain.length <= 500 ? plain : undefined;
}

function readHead(path: string | undefined): Record<string, string> | null {
  if (path === undefined) return {};
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return null;
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof read !== 'object' || read === null) return null;
    return Object.fromEntries(Object.entries(read).map(([key, value]) => [key, String(value)]));
  } catch {
    return null;
  }
}

function readText(path: string): string | null {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, 'utf8') : null;
}

function month(text: string): CivilMonth {
  const parsed = parseCivilMonth(text);
  if (parsed === null) throw new InvalidArgumentError('月份写成 2026-09 的样子');
  return parsed;
}

function day(text: string): CivilDate {
  const parsed = parseCivilDate(text);
  if (parsed === null) throw new InvalidArgumentError('日期写成 2026-09-05 的样子');
  return parsed;
}

function refused(says: string): number {
  console.error(says);
  return 1;
}
