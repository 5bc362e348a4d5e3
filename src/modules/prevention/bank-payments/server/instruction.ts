import { createHash } from 'node:crypto';
import { plainYuan } from '#kernel/fen.ts';
import type { BankPorts } from './ports.ts';

/** 代发指令 as it goes to a bank: the same words whenever it is made from the same batch. Amounts in 元. */
export interface Instruction {
  readonly instructionId: string;
  readonly batchNo: string;
  readonly accountNo: string;
  readonly projectId: string;
  readonly projectCode: string;
  readonly payMonth: string;
  readonly totalCount: number;
  readonly totalAmount: string;
  readonly purpose: '农民工工资';
  readonly submittedBy: string;
  readonly approvedBy: string;
  readonly digest: string;
  readonly payerName: string;
  readonly payerBank: string;
  /** When a person handed it to sending. */
  readonly submittedAt: Date;
  readonly lines: readonly InstructionLine[];
}

export interface InstructionLine {
  readonly lineNo: number;
  readonly workerName: string;
  readonly idNoMasked: string;
  readonly cardNo: string;
  readonly amount: string;
  readonly bankName: string;
  readonly remark: string;
}

interface LineRow {
  readonly line_no: number;
  readonly name: string;
  readonly identity_mask: string;
  readonly card_index: Buffer | null;
  readonly card_bank: string | null;
  readonly amount_fen: string;
}

/** A batch as it was approved, with the whole card numbers out of the vault. For sending and for files alone. */
export async function instructionOf(ports: BankPorts, batchId: string): Promise<Instruction> {
  const { batch, lines } = await ports.store.reading({ role: 'app_job' }, async (tx) => {
    const [found] = await tx.query<{
      instruction_id: string | null;
      batch_no: string;
      account_no: string | null;
      project_id: string;
      code: string;
      month: string;
      submitted_by_name: string | null;
      submitted_at: Date | null;
      approved_by_name: string | null;
      account_name: string | null;
      account_bank: string | null;
    }>(
      `select b.instruction_id, b.batch_no, b.account_no, b.project_id, p.code, to_char(b.month, 'YYYY-MM') as month, b.submitted_by_name, b.submitted_at, b.approved_by_name, p.account_name, p.account_bank
       from prevention.pay_batch b join prevention.project p on p.id = b.project_id where b.id = $1`,
      [batchId],
    );
    if (found === undefined) throw new Error(`no batch ${batchId}`);
    return {
      batch: found,
      lines: await tx.query<LineRow>(
        "select line_no, name, identity_mask, card_index, card_bank, amount_fen from prevention.pay_line where batch_id = $1 and state <> 'dropped' order by line_no",
        [batchId],
      ),
    };
  });
  const cards = await cardNumbers(
    ports,
    batch.project_id,
    lines.flatMap((line) => line.card_index ?? []),
  );
  const written = lines.map((line) => ({
    lineNo: line.line_no,
    workerName: line.name,
    idNoMasked: line.identity_mask,
    cardNo: cards.get(line.card_index?.toString('hex') ?? '') ?? '',
    amount: plainYuan(BigInt(line.amount_fen)),
    bankName: line.card_bank ?? '',
    remark: `${batch.month} 农民工工资`,
  }));
  const total = lines.reduce((sum, line) => sum + BigInt(line.amount_fen), 0n);
  const head = { batchNo: batch.batch_no, accountNo: batch.account_no ?? '', payMonth: batch.month, totalCount: lines.length, totalAmount: plainYuan(total) };
  return {
    instructionId: batch.instruction_id ?? '',
    ...head,
    projectId: batch.project_id,
    projectCode: batch.code,
    purpose: '农民工工资',
    submittedBy: batch.submitted_by_name ?? '',
    approvedBy: batch.approved_by_name ?? '',
    digest: digestOf(head, written),
    payerName: batch.account_name ?? '',
    payerBank: batch.account_bank ?? '',
    submittedAt: batch.submitted_at ?? new Date(0),
    lines: written,
  };
}

/** SM3 over what may not change on the way. */
export function digestOf(
  head: Pick<Instruction, 'batchNo' | 'accountNo' | 'payMonth' | 'totalCount' | 'totalAmount'>,
  lines: readonly InstructionLine[],
): string {
  const sum = createHash('sm3').update([head.batchNo, head.accountNo, head.payMonth, head.totalCount, head.totalAmount].join('|'));
  for (const line of lines) sum.update(`\n${[line.lineNo, line.workerName, line.cardNo, line.amount].join('|')}`);
  return sum.digest('hex');
}

/** Whole card numbers by their blind index. Rows no longer in force count: a batch pays the card that was approved. */
export async function cardNumbers(ports: BankPorts, projectId: string, indexes: readonly Buffer[]): Promise<ReadonlyMap<string, string>> {
  const rows = await ports.store.reading({ role: 'app_vault' }, (tx) =>
    tx.query<{ card_index: Buffer; card_cipher: Buffer }>(
      'select distinct on (card_index) card_index, card_cipher from prevention.roster_entry where project_id = $1 and card_index = any($2::bytea[]) and card_cipher is not null order by card_index, id desc',
      [projectId, indexes],
    ),
  );
  return new Map(rows.map((row) => [row.card_index.toString('hex'), ports.vault.decrypt(row.card_cipher, `roster.card:${row.card_index.toString('hex')}`)]));
}
