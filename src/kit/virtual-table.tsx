import './table.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { Cell, TableHead, type TableProps } from './table.tsx';

const ROW_PX = 44;

/** Table for thousands of rows: only the visible ones exist, screen readers still hear the true count. Rows are one line high. */
export function VirtualTable<Row>({ caption, columns, rows, keyOf, sort, onSort }: Omit<TableProps<Row>, 'stack'>) {
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section ref={scroller} className="table-scroll table-tall" tabIndex={0} aria-label={caption}>
      <table className="table table-virtual" aria-rowcount={rows.length + 1}>
        <caption className="vh">{caption}</caption>
        <TableHead columns={columns} sort={sort ?? null} onSort={onSort} />
        <tbody>
          <Gap height={above} span={columns.length} />
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <tr key={item.key} aria-rowindex={item.index + 2}>
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} stack={false} />
                ))}
              </tr>
            );
          })}
          <Gap height={below} span={columns.length} />
        </tbody>
      </table>
    </section>
  );
}

function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  if (height <= 0) return null;
  return (
    <tr className="table-gap" aria-hidden="true">
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}
