import { useQuery } from '@tanstack/react-query';
import { count, yuan } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Empty } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { Listed } from '../../projects/web/listed.tsx';
import { OnePerson } from '../../projects/web/one-person.tsx';
import { A_PAGE, payrollQuery } from '../../projects/web/requests.ts';

/** 工资支付表 of one month, each line with the row of the file it came from. */
export function PayrollOfMonth({ projectId, month }: { readonly projectId: string; readonly month: string | null }) {
  const [url, setUrl] = useUrlState();
  const person = url.get('person') ?? '';
  const page = Math.max(1, Number(url.get('page')) || 1);
  const asked = useQuery({ ...payrollQuery(projectId, { month: month ?? '', person, page }), enabled: month !== null });
  const empty = <Empty title="这个月没有工资表">分包编好、总包审核后导入。没有工资表，专户的钱发不出来。</Empty>;
  if (month === null) return empty;
  return (
    <>
      <OnePerson person={person} onAll={() => setUrl({ person: null })} />
      <Listed asked={asked} page={page} size={A_PAGE} unit="行" onPage={(next) => setUrl({ page: next })} empty={empty}>
        {(rows, isOld) => (
          <Table
            caption="工资支付表"
            stack
            busy={isOld}
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              { key: 'name', head: '姓名', rowHead: true, oneLine: true, cell: (row) => row.name },
              { key: 'identity', head: '身份证号', oneLine: true, cell: (row) => <span className="number">{row.identityMask}</span> },
              { key: 'team', head: '班组', cell: (row) => row.team || <span className="muted">没写</span> },
              {
                key: 'days',
                head: '出勤',
                end: true,
                oneLine: true,
                cell: (row) => (row.workDays === null ? <span className="muted">没写</span> : `${Number(row.workDays)} 天`),
              },
              { key: 'due', head: '应发', end: true, oneLine: true, cell: (row) => `${yuan(row.dueFen)} 元` },
              {
                key: 'deducted',
                head: '扣',
                end: true,
                oneLine: true,
                cell: (row) => (row.deductedFen === '0' ? <span className="muted">0</span> : `${yuan(row.deductedFen)} 元`),
              },
              { key: 'net', head: '实发', end: true, oneLine: true, cell: (row) => <span className="strong">{yuan(row.netFen)} 元</span> },
              { key: 'signed', head: '签字', oneLine: true, cell: (row) => <Signed signed={row.signed} /> },
              {
                key: 'card',
                head: '工资卡',
                oneLine: true,
                cell: (row) => (row.cardTail === null ? <span className="muted">没写</span> : `尾号 ${row.cardTail}`),
              },
              {
                key: 'from',
                head: '出处',
                oneLine: true,
                cell: (row) => (
                  <Link to={`/imports/${row.importId}`}>
                    第 {count(row.rowNo)} 行<span className="vh">，{row.name}的工资从哪个文件来</span>
                  </Link>
                ),
              },
            ]}
          />
        )}
      </Listed>
    </>
  );
}

function Signed({ signed }: { readonly signed: boolean | null }) {
  if (signed === null) return <span className="muted">表里没有</span>;
  return signed ? <>签了</> : <Tag tone="orange">没签</Tag>;
}
