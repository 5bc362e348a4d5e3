import { useState } from 'react';
import { api } from '#kit/api.ts';
import { Card, Notice } from '#kit/card.tsx';
import { FileDrop } from '#kit/file-drop.tsx';
import { count } from '#kit/format.ts';
import { Problem } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { FORMS, REPORT_KINDS, type ReportKind, type WorkbookCheck } from '../domain/index.ts';

const MOST_BYTES = 8 * 1024 * 1024;

const WHY: Readonly<Record<ReportKind, string>> = {
  summary: '这张表是从工资表和流水算出来的，传上来只逐行核对，不存第二份数。',
  'labour-cost': '这张表是从流水算出来的，传上来只逐行核对，不存第二份数。',
  leaving:
    '这里只逐行核对。要把退场日期记进花名册，到“导入”传同一张表（含完整身份证号）：只改退场日期，合同、电话、工资卡不动。本次结清的钱以工资表和银行流水为准，签了字不等于发了，所以不从这张表记账。',
};

/** A report somebody sent, held against the records row by row; nothing of it is kept. Project, month and form are those chosen above. */
export function ReportCheck() {
  const { today } = useMe();
  const [url] = useUrlState();
  const [checked, setChecked] = useState<WorkbookCheck | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const kind = REPORT_KINDS.find((each) => each === url.get('kind'));
  const projectId = url.get('project');
  if (kind === undefined || projectId === null) return null;
  const check = async (file: File | undefined) => {
    if (file === undefined) return;
    setChecked(null);
    setProblem(null);
    const form = new FormData();
    form.set('kind', kind);
    form.set('projectId', projectId);
    if (kind === 'summary') form.set('month', url.get('month') ?? today.slice(0, 7));
    form.set('file', file);
    try {
      setChecked(await api.post<WorkbookCheck>('/api/workbook-checks', form));
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <Card title={`核对一份${FORMS[kind].title}`}>
      <p className="muted small">{WHY[kind]}</p>
      <FileDrop label="别人交来的表" accept=".xlsx,.xls,.csv" small maxBytes={MOST_BYTES} onFiles={(files) => void check(files[0])} />
      {problem !== null && <Problem error={problem} />}
      {checked !== null && checked.differences.length === 0 && <Notice tone="good">{count(checked.rows)} 行，与记录全部一致。</Notice>}
      {checked !== null && checked.differences.length > 0 && (
        <>
          <Notice tone="warn">
            {count(checked.rows)} 行，{count(checked.equal)} 行一致，{count(checked.differences.length)} 处不一致。
          </Notice>
          <Table
            caption="不一致的地方"
            stack
            rows={checked.differences}
            keyOf={(each) => `${each.row} ${each.column} ${each.written} ${each.held}`}
            columns={[
              { key: 'at', head: '哪一格', rowHead: true, cell: (each) => (each.row === 0 ? '记录' : `第 ${each.row} 行 ${each.column}`) },
              { key: 'written', head: '表里写的', cell: (each) => each.written },
              { key: 'held', head: '记录里的', cell: (each) => each.held },
              { key: 'cure', head: '怎么办', cell: (each) => `${each.says}。${each.cure}` },
            ]}
          />
        </>
      )}
    </Card>
  );
}
