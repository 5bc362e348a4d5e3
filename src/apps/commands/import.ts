import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type CivilMonth, parseCivilMonth } from '#kernel/civil-date.ts';
import { fen, formatYuan } from '#kernel/fen.ts';
import { IMPORT_KINDS, type ImportKind, type ImportView } from '#modules/prevention/imports/domain/index.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { inMegabytes, LIMITS } from '#platform/exchange/index.ts';
import { projectOf, senderOf } from './acting-as.ts';
import { withParts } from '../with-parts.ts';
import type { Parts } from '../wiring.ts';

interface Options {
  readonly as: string;
  readonly kind?: ImportKind;
  readonly project?: string;
  readonly month?: CivilMonth;
  readonly yes?: true;
  readonly validOnly?: true;
  readonly errors?: string;
}

/** `anxin import`: the same path as the page's, for an office with a folder full of files. Acts for an account, within its scope. */
export function importCommand(): Command {
  return new Command('import')
    .description('导入一个文件：台账、花名册、考勤表、工资支付表或专户流水；不加 --yes 只检查，不写入')
    .argument('<file>', '.xlsx、.xls 或 .csv 文件')
    .requiredOption('--as <login>', '以哪个账号的名义和管辖范围导入')
    .addOption(new Option('--kind <kind>', '表的种类；不写则按表头识别').choices(IMPORT_KINDS))
    .option('--project <code>', '项目代码；文件没有写明项目时用')
    .option('--month <month>', '月份，例如 2026-09；文件没有写明月份时用', month)
    .option('--yes', '检查通过就写入')
    .option('--valid-only', '有错误时只写入没有错误的行')
    .option('--errors <path>', '把标好错误的表存到这里（.xlsx）')
    .action((file: string, options: Options) => withParts((parts) => importFile(parts, file, options)));
}

async function importFile(parts: Parts, path: string, options: Options): Promise<number> {
  const sender = await senderOf(parts, options.as);
  if (sender === undefined) return refused(`没有可用的账号“${options.as}”。请核对登录名。`);
  const projectId = options.project === undefined ? null : await projectOf(parts, sender, options.project);
  if (projectId === undefined) return refused(`在该账号的管辖范围内没有代码为“${options.project}”的项目。`);
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? { size: -1 };
  if (size < 0) return refused(`没有这个文件：${path}`);
  if (size > LIMITS.fileBytes) return refused(`文件有 ${inMegabytes(size)}，上限是 ${inMegabytes(LIMITS.fileBytes)}。请按项目或月份分成几个文件。`);
  const received = await parts.imports.upload(sender, {
    name: basename(path),
    content: readFileSync(path),
    kind: options.kind ?? null,
    projectId,
    month: options.month ?? null,
  });
  if (!received.ok) return refused(received.refusal.says);
  await parts.imports.settled();
  const checked = await now(parts, sender, received.value.id);
  tell(checked);
  await tellErrors(parts, sender, checked, options.errors);
  if (checked.state !== 'checked') return 1;
  if (options.yes !== true) {
    console.log('只检查，没有写入。确认无误后加 --yes 再运行一次，或在网页上确认。');
    await parts.imports.cancel(sender, checked.id);
    return checked.errorRows > 0 ? 1 : 0;
  }
  const confirmed = await parts.imports.confirm(sender, checked.id, options.validOnly === true);
  if (!confirmed.ok) return refused(confirmed.refusal.says);
  await parts.imports.settled();
  const done = await now(parts, sender, checked.id);
  if (done.state !== 'done') return refused(done.problem ?? '没有完成，请重试。');
  console.log(`已写入（第 ${done.id} 号）：新增 ${done.added} 行，变更 ${done.changed} 行，未变 ${done.unchanged} 行。`);
  return 0;
}

async function now({ imports }: Parts, sender: Sender, id: string): Promise<ImportView> {
  const seen = await imports.view(sender, id);
  if (!seen.ok) throw new Error(seen.refusal.says);
  return seen.value;
}

function tell(view: ImportView): void {
  const { totals } = view;
  console.log(`${view.fileName}：${view.kindName}`);
  if (view.problem !== null) console.log(`  ${view.problem}`);
  if (totals === null) return;
  const money = totals.amountFen === '0' ? '' : `，${formatYuan(fen(BigInt(totals.amountFen)))} 元`;
  console.log(
    `  ${totals.rows} 行，${totals.people} 人，${totals.projects} 个项目${money}${totals.from === null ? '' : `，${totals.from} 至 ${totals.until}`}`,
  );
  console.log(`  新增 ${view.added}，变更 ${view.changed}，未变 ${view.unchanged}；有错误 ${view.errorRows} 行，提醒 ${view.warningCells} 处`);
}

async function tellErrors({ imports }: Parts, sender: Sender, view: ImportView, path: string | undefined): Promise<void> {
  if (view.errorCells === 0 && view.warningCells === 0) return;
  const errors = await imports.errors(sender, view.id, 1);
  if (!errors.ok) return;
  for (const each of errors.value.items.slice(0, 20)) {
    console.log(
      `  ${each.severity === 'error' ? '错误' : '提醒'} 第 ${each.row} 行「${each.column}」${each.value === '' ? '' : `（${each.value}）`}：${each.reason}。${each.cure}`,
    );
  }
  if (errors.value.total > 20) console.log(`  …… 共 ${errors.value.total} 处`);
  if (path === undefined) return;
  const made = await imports.errorsWorkbook(sender, view.id);
  if (made.ok) writeFileSync(path, made.value.content);
}

function month(text: string): CivilMonth {
  const parsed = parseCivilMonth(text);
  if (parsed === null) throw new InvalidArgumentError('月份写成 2026-09 的样子');
  return parsed;
}

function refused(says: string): number {
  console.error(says);
  return 1;
}
