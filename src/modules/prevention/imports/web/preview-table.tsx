import { useQuery } from '@tanstack/react-query';
import { Card } from '#kit/card.tsx';
import { Table } from '#kit/table.tsx';
import { previewQuery } from './requests.ts';

/** The first rows as they were understood, so that a shifted column is seen before it is taken over. */
export function PreviewTable({ importId }: { readonly importId: string }) {
  const preview = useQuery(previewQuery(importId));
  if (preview.data === undefined || preview.data.rows.length === 0) return null;
  const { headings, rows } = preview.data;
  return (
    <Card title={`前 ${rows.length} 行读成这样`} flush>
      <Table
        caption="读出来的前几行"
        rows={rows.map((cells, index) => ({ cells, index }))}
        keyOf={(row) => String(row.index)}
        columns={headings.map((heading, at) => ({
          key: `${at}`,
          head: heading,
          oneLine: true,
          cell: (row: { readonly cells: readonly string[] }) => row.cells[at] ?? '',
        }))}
      />
    </Card>
  );
}
