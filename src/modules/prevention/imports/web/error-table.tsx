import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FileLink } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { count } from '#kit/format.ts';
import { Pagination } from '#kit/pagination.tsx';
import { Problem, Skeleton } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import type { ImportView } from '../domain/wire.ts';
import { ERRORS_A_PAGE, errorsQuery, markedFileAddress } from './requests.ts';

/** Each bad cell by its row and column, why it is bad and how to mend it; the same marks come back in the user's own Excel. */
export function ErrorTable({ view }: { readonly view: ImportView }) {
  const [page, setPage] = useState(1);
  const errors = useQuery(errorsQuery(view.id, page));
  const title = view.errorCells > 0 ? `${count(view.errorCells)} 处有错` : `${count(view.warningCells)} 处要看一眼`;
  return (
    <Card
      title={title}
      flush
      aside={
        <FileLink small href={markedFileAddress(view.id)}>
          下载标红的表
        </FileLink>
      }
    >
      {errors.isError ? (
        <Problem error={errors.error} onRetry={() => errors.refetch()} />
      ) : errors.data === undefined ? (
        <Skeleton />
      ) : (
        <>
          <Table
            caption="错在哪、怎么改"
            stack
            rows={errors.data.items}
            keyOf={(cell) => `${cell.row}-${cell.column}-${cell.reason}`}
            columns={[
              { key: 'row', head: '行', rowHead: true, oneLine: true, cell: (cell) => `第 ${count(cell.row)} 行` },
              { key: 'column', head: '列', oneLine: true, cell: (cell) => cell.column },
              {
                key: 'value',
                head: '现在写的',
                cell: (cell) => (cell.value === '' ? <span className="muted">空的</span> : <code className="cell-value">{cell.value}</code>),
              },
              {
                key: 'reason',
                head: '为什么',
                cell: (cell) => (
                  <>
                    {cell.severity === 'warning' && (
                      <>
                        <Tag>要看一眼</Tag>{' '}
                      </>
                    )}
                    {cell.reason}
                  </>
                ),
              },
              { key: 'cure', head: '怎么改', cell: (cell) => cell.cure },
            ]}
          />
          <Pagination page={page} size={ERRORS_A_PAGE} total={errors.data.total} unit="处" onPage={setPage} />
        </>
      )}
    </Card>
  );
}
