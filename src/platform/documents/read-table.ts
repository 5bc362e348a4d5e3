import type { Borders, Cell, Row, Table } from './paper.ts';
import type { Reading } from './reading.ts';
import { type Chain, nearest } from './styles.ts';
import { at, childOf, type Element, switchOf, twips, valueOf } from './xml.ts';

/** What Word leaves left and right of the text of a cell when nobody says otherwise. */
const SIDE_PADDING = 5.4;

/** Reads one `w:tbl`: columns, rows, cells that span, borders and fills. */
export function readTable(element: Element, reading: Reading): Table {
  const own = childOf(element, 'w:tblPr');
  const style = reading.styles.table(valueOf(own, 'w:tblStyle'));
  const chain: Chain = own === undefined ? style : [own, ...style];
  const rows = rowsOf(element.children);
  const align = nearest(chain, (properties) => valueOf(properties, 'w:jc'));
  return {
    kind: 'table',
    align: align === 'center' || align === 'right' ? align : 'left',
    indent: twips(nearest(chain, (properties) => childOf(properties, 'w:tblInd')?.attributes['w:w'])) ?? 0,
    columns: columnsOf(element, rows),
    rows: rows.map((row, index) =>
      readRow(row, { reading, chain, isFirst: index === 0, isLast: index === rows.length - 1, columns: columnsOf(element, rows).length }),
    ),
  };
}

function rowsOf(children: readonly Element[]): Element[] {
  return children.flatMap((child) => {
    if (child.name === 'w:tr') return [child];
    if (child.name === 'w:sdt') return rowsOf(at(child, 'w:sdtContent')?.children ?? []);
    return child.name === 'w:ins' || child.name === 'w:customXml' ? rowsOf(child.children) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.children.flatMap((child) => (child.name === 'w:tc' ? [child] : child.name === 'w:sdt' ? cellsOf(at(child, 'w:sdtContent') ?? child) : []));
}

function spanOf(cell: Element): number {
  return Math.min(Math.max(Number(valueOf(childOf(cell, 'w:tcPr'), 'w:gridSpan') ?? 1) || 1, 1), 60);
}

/** The grid, unless a row without spans says other widths: writers of .docx that are not Word leave the grid unset. */
function columnsOf(element: Element, rows: readonly Element[]): number[] {
  const grid = (childOf(element, 'w:tblGrid')?.children ?? []).flatMap(({ attributes }) => twips(attributes['w:w']) ?? []);
  for (const row of rows) {
    const cells = cellsOf(row);
    if (cells.some((cell) => spanOf(cell) > 1)) continue;
    const widths = cells.map((cell) => {
      const width = at(cell, 'w:tcPr', 'w:tcW')?.attributes;
      return width?.['w:type'] === 'dxa' ? (twips(width['w:w']) ?? 0) : 0;
    });
    if (widths.length >= grid.length && widths.every((width) => width > 0)) return widths;
  }
  const count = Math.max(grid.length, ...rows.map((row) => cellsOf(row).reduce((sum, cell) => sum + spanOf(cell), 0)), 1);
  return Array.from({ length: count }, (_, index) => Math.max(grid[index] ?? 72, 1));
}

interface RowReading {
  readonly reading: Reading;
  readonly chain: Chain;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly columns: number;
}

function readRow(row: Element, inside: RowReading): Row {
  const properties = childOf(row, 'w:trPr');
  const height = childOf(properties, 'w:trHeight')?.attributes;
  let column = Number(valueOf(properties, 'w:gridBefore') ?? 0) || 0;
  const cells = cellsOf(row).map((cell) => {
    const read = readCell(cell, column, inside);
    column += read.span;
    return read;
  });
  return {
    isHeader: switchOf(properties, 'w:tblHeader') ?? false,
    height: Math.min(twips(height?.['w:val']) ?? 0, 700),
    isExact: height?.['w:hRule'] === 'exact',
    cells,
  };
}

function readCell(cell: Element, column: number, { reading, chain, isFirst, isLast, columns }: RowReading): Cell {
  const properties = childOf(cell, 'w:tcPr');
  const span = spanOf(cell);
  const merge = childOf(properties, 'w:vMerge');
  const fill = childOf(properties, 'w:shd')?.attributes['w:fill'] ?? 'auto';
  const valign = valueOf(properties, 'w:vAlign');
  const padding = (side: string, other: string, standard: number) => {
    const inCell = childOf(properties, 'w:tcMar');
    const said = childOf(inCell, `w:${side}`) ?? childOf(inCell, `w:${other}`);
    const inTable = nearest(chain, (table) => at(table, 'w:tblCellMar', `w:${side}`) ?? at(table, 'w:tblCellMar', `w:${other}`));
    return Math.min(twips((said ?? inTable)?.attributes['w:w']) ?? standard, 60);
  };
  return {
    column,
    span,
    merge: merge === undefined ? 'none' : merge.attributes['w:val'] === 'restart' ? 'begins' : 'goes-on',
    fill: /^[0-9a-f]{6}$/i.test(fill) ? `#${fill}` : null,
    borders: bordersOf(properties, chain, { isFirst, isLast, isLeft: column === 0, isRight: column + span >= columns }),
    valign: valign === 'center' ? 'middle' : valign === 'bottom' ? 'bottom' : 'top',
    padding: {
      top: padding('top', 'top', 0),
      bottom: padding('bottom', 'bottom', 0),
      left: padding('left', 'start', SIDE_PADDING),
      right: padding('right', 'end', SIDE_PADDING),
    },
    blocks: reading.blocksOf(cell.children, reading),
  };
}

function bordersOf(
  cell: Element | undefined,
  chain: Chain,
  place: { readonly isFirst: boolean; readonly isLast: boolean; readonly isLeft: boolean; readonly isRight: boolean },
): Borders {
  const side = (name: string, other: string, ofTable: string) => {
    const own = childOf(cell, 'w:tcBorders');
    const said = childOf(own, `w:${name}`) ?? childOf(own, `w:${other}`);
    const inTable = nearest(
      chain,
      (table) => at(table, 'w:tblBorders', `w:${ofTable}`) ?? (ofTable === name ? at(table, 'w:tblBorders', `w:${other}`) : undefined),
    );
    return thickness(said ?? inTable);
  };
  return {
    top: side('top', 'top', place.isFirst ? 'top' : 'insideH'),
    bottom: side('bottom', 'bottom', place.isLast ? 'bottom' : 'insideH'),
    left: side('left', 'start', place.isLeft ? 'left' : 'insideV'),
    right: side('right', 'end', place.isRight ? 'right' : 'insideV'),
  };
}

/** Word counts in eighths of a point. */
function thickness(border: Element | undefined): number {
  const kind = border?.attributes['w:val'] ?? 'none';
  if (kind === 'none' || kind === 'nil') return 0;
  return Math.min(Math.max(Number(border?.attributes['w:sz'] ?? 4) / 8, 0.25), 6);
}
