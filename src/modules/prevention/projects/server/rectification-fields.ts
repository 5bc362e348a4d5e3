import { civilMonth, inChineseMonth } from '#kernel/civil-date.ts';
import { fen, inYuan } from '#kernel/fen.ts';
import { ok } from '#kernel/result.ts';
import type { FieldSource } from '#modules/office/documents/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { aboutProject, findProjectPaper, noSuchProject, type PaperPorts } from './project-paper.ts';

/** Months an order names one by one; older ones are summed. */
const MONTHS = 12;

/**
 * 限期改正指令书 from the records: the general contractor as party and, as facts, what is owed by month. A suggestion: the officer who
 * signs writes what was found.
 */
export function rectificationFields({ store, clock }: PaperPorts): FieldSource {
  return (who, { projectId }) =>
    store.within(who.scope, async (tx) => {
      const project = await findProjectPaper(tx, projectId);
      if (project === undefined) return noSuchProject();
      return ok({
        ...aboutProject(project),
        suggested: {
          当事人: project.gc_name,
          统一社会信用代码: project.gc_credit_code ?? '',
          项目名称: project.name,
          ...(await arrearsOf(tx, project.id, project.name, clock.today())),
        },
      });
    });
}

async function arrearsOf(tx: Tx, projectId: string, name: string, today: string): Promise<Record<string, string>> {
  // Owed is what payday passed over: the month before last and earlier are due everywhere.
  const rows = await tx.query<{ month: string; people: number; owed_fen: string }>(
    `select to_char(month, 'YYYY-MM') as month, count(*)::int as people, sum(net_fen - paid_fen)::bigint as owed_fen from prevention.worker_month
     where project_id = $1 and net_fen > paid_fen and month <= date_trunc('month', $2::date) - interval '2 months' group by 1 order by 1`,
    [projectId, today],
  );
  if (rows.length === 0) return {};
  const total = fen(rows.reduce((sum, row) => sum + BigInt(row.owed_fen), 0n));
  const shown = rows.slice(-MONTHS).map((row) => `${inChineseMonth(civilMonth(row.month))}${row.people}人、${inYuan(fen(BigInt(row.owed_fen)))}`);
  return {
    违法事实: `你单位承建的${name}未按月足额支付农民工工资：${shown.join('；')}${rows.length > MONTHS ? '等' : ''}。合计${inYuan(total)}，至今未付清。`,
    违反条款: '《保障农民工工资支付条例》第三条、第十二条',
    改正要求: `足额支付上述农民工工资共计${inYuan(total)}，支付到农民工本人的银行账户。`,
  };
}
