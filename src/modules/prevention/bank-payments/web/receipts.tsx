import { useQuery } from '@tanstack/react-query';
import { FileLink } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { day, yuan } from '#kit/format.ts';
import { Table } from '#kit/table.tsx';
import { receiptAddress, receiptsQuery } from './requests.ts';

/** 电子回单 of a batch; the number can be checked on the bank's own page. */
export function Receipts({ batchId, today }: { readonly batchId: string; readonly today: string }) {
  const { data } = useQuery(receiptsQuery(batchId));
  if (data === undefined || data.length === 0) return null;
  return (
    <Card title="电子回单" flush>
      <Table
        caption="每张回单"
        stack
        rows={data}
        keyOf={(row) => row.id}
        columns={[
          { key: 'no', head: '回单编号', rowHead: true, cell: (row) => row.receiptNo },
          { key: 'who', head: '给谁', cell: (row) => (row.kind === 'batch' ? '整批' : (row.workerName ?? '')) },
          { key: 'on', head: '日期', oneLine: true, cell: (row) => day(row.on, today) },
          { key: 'amount', head: '金额', end: true, oneLine: true, cell: (row) => (row.amountFen === null ? '' : `${yuan(row.amountFen)} 元`) },
          { key: 'code', head: '验证码', cell: (row) => row.verificationCode ?? '' },
          {
            key: 'file',
            head: '文件',
            cell: (row) =>
              row.hasFile ? (
                <FileLink small href={receiptAddress(row.id)}>
                  下载<span className="vh">{row.receiptNo}</span>
                </FileLink>
              ) : (
                <span className="muted">银行还没送来</span>
              ),
          },
        ]}
      />
    </Card>
  );
}
