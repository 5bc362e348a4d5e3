import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { commandId } from '#kit/command-id.ts';
import { Select } from '#kit/field.tsx';
import { count, moment, month as monthName, yuan } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Pagination } from '#kit/pagination.tsx';
import { Empty, ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useTell } from '#kit/toast.tsx';
import { useGo, useUrlState } from '#kit/url-state.ts';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { BATCH_NAMES, type BatchState } from '../domain/batch.ts';
import type { BatchRow, PayableMonth } from '../domain/wire.ts';
import { BATCHES_A_PAGE, batchesQuery, makeBatch, monthsQuery } from './requests.ts';
import { BATCH_TONES } from './states.ts';
import './payments.css';

const STATES: readonly BatchState[] = [
  'draft',
  'checked',
  'approved',
  'submitted',
  'accepted',
  'processing',
  'partial',
  'finished',
  'reconciled',
  'rejected',
  'cancelled',
];

/** 工资代发: payroll months that wait to be paid, and the batches there were. */
export default function PaymentsPage() {
  const me = useMe();
  const makes = me.may.includes('payment.make');
  return (
    <div className="stack">
      <PageHead title="工资代发" sub={makes ? '从工资表做名单，另一人复核，送银行，回盘后对账' : '企业送银行的代发批次，只看不办'} />
      {makes && <Months today={me.today} />}
      <Batches today={me.today} />
    </div>
  );
}

function Months({ today }: { readonly today: string }) {
  const months = useQuery(monthsQuery());
  const waiting = months.data?.filter((one) => one.payable > 0);
  return (
    <Card title="等着发的" flush aside={waiting && <output className="muted">{count(waiting.length)} 个项目月</output>}>
      {months.isError ? (
        <Problem error={months.error} onRetry={() => months.refetch()} />
      ) : waiting === undefined ? (
        <Skeleton />
      ) : waiting.length === 0 ? (
        <Empty title="没有等着发的工资">导入工资表后，没发的人会列在这里。</Empty>
      ) : (
        <Table
          caption="等着发的工资"
          stack
          rows={waiting}
          keyOf={(row) => `${row.projectId} ${row.month}`}
          columns={[
            { key: 'project', head: '项目', rowHead: true, cell: (row) => row.projectName },
            { key: 'month', head: '哪个月', oneLine: true, cell: (row) => monthName(row.month, today) },
            { key: 'all', head: '工资表', end: true, oneLine: true, cell: (row) => `${count(row.people)} 人 ${yuan(row.dueFen)} 元` },
            { key: 'left', head: '还没发', end: true, oneLine: true, cell: (row) => <b>{`${count(row.payable)} 人 ${yuan(row.payableFen)} 元`}</b> },
            { key: 'act', head: '办理', hideHead: true, end: true, cell: (row) => <MakeButton row={row} today={today} /> },
          ]}
        />
      )}
    </Card>
  );
}

function MakeButton({ row, today }: { readonly row: PayableMonth; readonly today: string }) {
  const [command] = useState(commandId);
  const queries = useQueryClient();
  const go = useGo();
  const { tell } = useTell();
  const make = useMutation({
    mutationFn: () => makeBatch({ commandId: command, projectId: row.projectId, month: row.month }),
    onSuccess: (made) => {
      tell(`名单做好了：${count(made.lines)} 人${made.skipped.length > 0 ? `，${count(made.skipped.length)} 人没列入` : ''}`);
      go(`/payments/${made.id}`);
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['pay-months'] }),
  });
  return (
    <>
      <Button small busy={make.isPending} onClick={() => make.mutate()}>
        做代发名单<span className="vh">：{`${row.projectName}${monthName(row.month, today)}`}</span>
      </Button>
      <ErrorSummary error={make.error} />
    </>
  );
}

function Batches({ today }: { readonly today: string }) {
  const [url, setUrl] = useUrlState();
  const state = STATES.find((one) => one === url.get('state')) ?? '';
  const page = Math.max(1, Number(url.get('page')) || 1);
  const batches = useQuery(batchesQuery({ state, page }));
  return (
    <Card title="代发批次" flush aside={batches.data && <output className="muted">共 {count(batches.data.total)} 批</output>}>
      <div className="payment-filters">
        <Select
          label="到哪一步"
          none="全部"
          value={state}
          onChange={(event) => setUrl({ state: event.target.value, page: null })}
          choices={STATES.map((value) => ({ value, name: BATCH_NAMES[value] }))}
        />
      </div>
      {batches.isError ? (
        <Problem error={batches.error} onRetry={() => batches.refetch()} />
      ) : batches.data === undefined ? (
        <Skeleton />
      ) : batches.data.items.length === 0 ? (
        <Empty title={state === '' ? '还没有代发批次' : '没有这一步的批次'}>{state === '' ? '工资表做成名单送银行后，列在这里。' : '换一步看。'}</Empty>
      ) : (
        <>
          <Table
            caption="每一批"
            stack
            rows={batches.data.items}
            keyOf={(row) => row.id}
            columns={[
              {
                key: 'batch',
                head: '批次',
                rowHead: true,
                cell: (row) => <Link to={`/payments/${row.id}`}>{`${row.projectName} ${monthName(row.month, today)}`}</Link>,
              },
              { key: 'sum', head: '人数、金额', end: true, oneLine: true, cell: (row) => `${count(row.lines)} 人 ${yuan(row.totalFen)} 元` },
              { key: 'paid', head: '已到卡', end: true, oneLine: true, cell: (row) => <Paid row={row} /> },
              { key: 'by', head: '谁做的', cell: (row) => `${row.madeBy} ${moment(row.madeAt, today)}` },
              { key: 'state', head: '到哪一步', oneLine: true, cell: (row) => <Tag tone={BATCH_TONES[row.state]}>{row.stateName}</Tag> },
            ]}
          />
          <Pagination page={page} size={BATCHES_A_PAGE} total={batches.data.total} unit="批" onPage={(next) => setUrl({ page: next })} />
        </>
      )}
    </Card>
  );
}

function Paid({ row }: { readonly row: BatchRow }) {
  if (row.paid + row.failed + row.open === 0) return <span className="muted">—</span>;
  return (
    <>
      {count(row.paid)} 人 {yuan(row.paidFen)} 元{row.unknown > 0 && <span className="danger-text">，{count(row.unknown)} 人不明</span>}
      {row.failed > 0 && <span className="danger-text">，{count(row.failed)} 人没发成</span>}
    </>
  );
}
