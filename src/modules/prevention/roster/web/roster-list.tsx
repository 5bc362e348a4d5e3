import { useQuery } from '@tanstack/react-query';
import { day } from '#kit/format.ts';
import { Empty } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { IdentityCell } from '../../projects/web/identity-cell.tsx';
import { Listed } from '../../projects/web/listed.tsx';
import { OnePerson } from '../../projects/web/one-person.tsx';
import { A_PAGE, rosterQuery } from '../../projects/web/requests.ts';
import { SearchLine } from '../../projects/web/search-line.tsx';

/** 花名册: everybody who works or worked on the project, one line a stay. */
export function RosterList({ projectId, today }: { readonly projectId: string; readonly today: string }) {
  const [url, setUrl] = useUrlState();
  const q = url.get('q') ?? '';
  const person = url.get('person') ?? '';
  const page = Math.max(1, Number(url.get('page')) || 1);
  const asked = useQuery(rosterQuery(projectId, { q, person, page }));
  return (
    <>
      <SearchLine label="找姓名" value={q} onSearch={(text) => setUrl({ q: text })} total={asked.data?.total} unit="人" />
      <OnePerson person={person} onAll={() => setUrl({ person: null })} />
      <Listed
        asked={asked}
        page={page}
        size={A_PAGE}
        unit="人"
        onPage={(next) => setUrl({ page: next })}
        empty={<Empty title={q === '' ? '还没有花名册' : `没有找到「${q}」`}>{q === '' ? '总包导入花名册后列在这里。' : '换个名字试试。'}</Empty>}
      >
        {(rows, isOld) => (
          <Table
            caption="花名册"
            stack
            busy={isOld}
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              { key: 'name', head: '姓名', rowHead: true, oneLine: true, cell: (row) => row.name },
              {
                key: 'identity',
                head: '身份证号',
                oneLine: true,
                cell: (row) => <IdentityCell personId={row.personId} projectId={projectId} name={row.name} mask={row.identityMask} />,
              },
              { key: 'phone', head: '电话', oneLine: true, cell: (row) => row.phoneMask ?? <span className="muted">没填</span> },
              { key: 'team', head: '班组', oneLine: true, cell: (row) => row.team ?? <span className="muted">没写</span> },
              { key: 'job', head: '工种', oneLine: true, cell: (row) => row.job ?? <span className="muted">没写</span> },
              { key: 'employer', head: '用工单位', cell: (row) => row.employer ?? <span className="muted">没写</span> },
              { key: 'entered', head: '进场', oneLine: true, cell: (row) => day(row.enteredOn, today) },
              { key: 'left', head: '退场', oneLine: true, cell: (row) => (row.leftOn === null ? '在场' : day(row.leftOn, today)) },
              { key: 'contract', head: '劳动合同', cell: (row) => row.contract ?? <Tag tone="orange">没有</Tag> },
              {
                key: 'card',
                head: '工资卡',
                oneLine: true,
                cell: (row) => (row.cardTail === null ? <Tag tone="orange">没有</Tag> : `${row.cardBank ?? ''} 尾号 ${row.cardTail}`),
              },
            ]}
          />
        )}
      </Listed>
    </>
  );
}
