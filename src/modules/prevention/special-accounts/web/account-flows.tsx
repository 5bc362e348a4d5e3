import { useQuery } from '@tanstack/react-query';
import { Select } from '#kit/field.tsx';
import { day, yuan } from '#kit/format.ts';
import { Empty } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { useUrlState } from '#kit/url-state.ts';
import type { WhichFlows } from '../../projects/web/addresses.ts';
import { Listed } from '../../projects/web/listed.tsx';
import { OnePerson } from '../../projects/web/one-person.tsx';
import { A_PAGE, flowsQuery } from '../../projects/web/requests.ts';

const KINDS: readonly { readonly value: WhichFlows; readonly name: string }[] = [
  { value: 'inflow', name: '拨付进来的' },
  { value: 'wages', name: '发工资的' },
  { value: 'refunds', name: '被银行退回的' },
  { value: 'other-out', name: '付给别处的' },
  { value: 'in', name: '所有进账' },
  { value: 'out', name: '所有出账' },
];

/** 专户流水 of one month: what came in and where it went. */
export function FlowsOfMonth({ projectId, month, today }: { readonly projectId: string; readonly month: string | null; readonly today: string }) {
  const [url, setUrl] = useUrlState();
  const person = url.get('person') ?? '';
  const page = Math.max(1, Number(url.get('page')) || 1);
  const which = KINDS.find((kind) => kind.value === url.get('which'))?.value ?? '';
  const asked = useQuery({ ...flowsQuery(projectId, { month: month ?? '', which, person, page }), enabled: month !== null });
  const empty = (
    <Empty title={which === '' ? '这个月没有专户流水' : '这个月没有这一种流水'}>{which === '' ? '银行导出的明细可以直接导入。' : '换一种看。'}</Empty>
  );
  if (month === null) return empty;
  return (
    <>
      <div className="month-pick">
        <Select label="哪一种" none="全部" value={which} onChange={(event) => setUrl({ which: event.target.value })} choices={KINDS} />
        <p className="muted">按钱进出的月份列。发这个月工资的，多在下个月。</p>
      </div>
      <OnePerson person={person} onAll={() => setUrl({ person: null })} />
      <Listed asked={asked} page={page} size={A_PAGE} unit="笔" onPage={(next) => setUrl({ page: next })} empty={empty}>
        {(rows, isOld) => (
          <Table
            caption="专户流水"
            stack
            busy={isOld}
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              { key: 'day', head: '日期', rowHead: true, oneLine: true, cell: (row) => day(row.happenedOn, today) },
              { key: 'kind', head: '种类', oneLine: true, cell: (row) => row.kindName },
              {
                key: 'amount',
                head: '金额',
                end: true,
                oneLine: true,
                cell: (row) => (
                  <span className="strong">
                    {row.direction === 'in' ? '进' : '出'} {yuan(row.amountFen)} 元
                  </span>
                ),
              },
              {
                key: 'balance',
                head: '余额',
                end: true,
                oneLine: true,
                cell: (row) => (row.balanceFen === null ? <span className="muted">没写</span> : `${yuan(row.balanceFen)} 元`),
              },
              {
                key: 'party',
                head: '对方',
                cell: (row) => (
                  <>
                    {row.counterparty ?? <span className="muted">没写</span>}
                    {row.counterpartyTail !== null && <span className="muted one-line"> 尾号 {row.counterpartyTail}</span>}
                  </>
                ),
              },
              { key: 'memo', head: '摘要', cell: (row) => row.memo ?? '' },
              { key: 'serial', head: '流水号', cell: (row) => <span className="number muted">{row.serialNo}</span> },
            ]}
          />
        )}
      </Listed>
    </>
  );
}
