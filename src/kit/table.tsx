import './table.css';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end. */
  readonly end?: boolean;
  readonly oneLine?: boolean;
  /** Sort key of the API: `amount` sorts by `amount`, again by `-amount`. */
  readonly sort?: string;
  /** The cell that names the row; read out with every other cell. */
  readonly rowHead?: boolean;
  /** The head is read out, not shown (a column of buttons). */
  readonly hideHead?: boolean;
  readonly foot?: ReactNode;
}

export interface TableProps<Row> {
  /** What the table holds, read out by screen readers; shown when `showCaption`. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The sort in force: `amount` or `-amount`. */
  readonly sort?: string | null;
  readonly onSort?: (sort: string) => void;
  /** On phones rows become sheets. For tables of more than five columns. */
  readonly stack?: boolean;
  readonly busy?: boolean;
}

export function Table<Row>({ caption, columns, rows, keyOf, sort, onSort, stack, busy }: TableProps<Row>) {
  const hasFoot = columns.some((column) => column.foot !== undefined);
  return (
    <section className="table-scroll" tabIndex={0} aria-label={caption} aria-busy={busy || undefined}>
      <table className={classes('table', stack && 'table-stack')}>
        <caption className="vh">{caption}</caption>
        <TableHead columns={columns} sort={sort ?? null} onSort={onSort} />
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} stack={stack ?? false} />
              ))}
            </tr>
          ))}
        </tbody>
        {hasFoot ? (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} className={column.end ? 'end' : undefined}>
                  {column.foot}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}

export function Cell<Row>({ column, row, stack }: { readonly column: Column<Row>; readonly row: Row; readonly stack: boolean }) {
  const className = classes(column.end && 'end', column.oneLine && 'one-line') || undefined;
  if (column.rowHead) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={className} {...(stack && !column.hideHead && { 'data-label': column.head })}>
      {column.cell(row)}
    </td>
  );
}

export function TableHead<Row>({
  columns,
  sort,
  onSort,
}: {
  readonly columns: readonly Column<Row>[];
  readonly sort: string | null;
  readonly onSort: ((sort: string) => void) | undefined;
}) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const direction = sortDirection(column.sort, sort);
          return (
            <th key={column.key} scope="col" className={column.end ? 'end' : undefined} {...(direction && { 'aria-sort': direction })}>
              {column.sort && onSort ? (
                <button type="button" className="table-sort" onClick={() => onSort(nextSort(column.sort ?? '', sort))}>
                  {column.head}
                  <span className="table-sort-mark" aria-hidden="true">
                    {direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : '↕'}
                  </span>
                </button>
              ) : (
                <span className={column.hideHead ? 'vh' : undefined}>{column.head}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function sortDirection(key: string | undefined, sort: string | null): 'ascending' | 'descending' | null {
  if (!key || !sort) return null;
  if (sort !== key && sort !== opposite(key)) return null;
  return sort.startsWith('-') ? 'descending' : 'ascending';
}

function nextSort(key: string, sort: string | null): string {
  return sort === key ? opposite(key) : key;
}

function opposite(key: string): string {
  return key.startsWith('-') ? key.slice(1) : `-${key}`;
}
