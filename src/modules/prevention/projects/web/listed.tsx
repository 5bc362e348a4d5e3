import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Pagination } from '#kit/pagination.tsx';
import { Problem, Skeleton } from '#kit/states.tsx';

interface ListedProps<Row> {
  readonly asked: UseQueryResult<{ readonly items: readonly Row[]; readonly total: number }>;
  readonly page: number;
  readonly size: number;
  readonly unit: string;
  readonly onPage: (page: number) => void;
  readonly empty: ReactNode;
  readonly children: (rows: readonly Row[], isOld: boolean) => ReactNode;
}

/** A paged list in each of its states: coming, failed, empty, there. While the next page comes the old one stays. */
export function Listed<Row>({ asked, page, size, unit, onPage, empty, children }: ListedProps<Row>) {
  if (asked.isError && asked.data === undefined) return <Problem error={asked.error} onRetry={() => asked.refetch()} />;
  if (asked.data === undefined) return <Skeleton />;
  if (asked.data.items.length === 0 && page === 1) return empty;
  return (
    <>
      {children(asked.data.items, asked.isPlaceholderData)}
      <Pagination page={page} size={size} total={asked.data.total} unit={unit} onPage={onPage} />
    </>
  );
}
