import type { Faces } from './font.ts';
import { linesOf, type Numbers } from './lines.ts';
import type { Block, Cell, Paragraph, Row, Table } from './paper.ts';
import type { Pen, Tag } from './pen.ts';

/** The smallest part of a page that is not cut: a line, or a row of a table. */
export interface Piece {
  readonly height: number;
  readonly keepNext: boolean;
  readonly breakBefore: boolean;
  readonly breakAfter: boolean;
  /** Drawn anew at the top of each page that begins with this piece. */
  readonly repeats: readonly Piece[];
  /** Cuts what is higher than a page. */
  readonly cut: ((room: number) => readonly [Piece, Piece] | null) | null;
  draw(pen: Pen, x: number, y: number, isRepeat: boolean): void;
}

export interface Laying {
  readonly faces: Faces;
  readonly numbers: Numbers;
  /** Characters no font has. */
  readonly missing: Set<string>;
}

const PLAIN = { keepNext: false, breakBefore: false, breakAfter: false, repeats: [], cut: null };

export function piecesOf(blocks: readonly Block[], width: number, parent: Tag | null, laying: Laying): Piece[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? paragraphPieces(block, width, parent, laying) : tablePieces(block, width, parent, laying)));
}

function paragraphPieces(paragraph: Paragraph, width: number, parent: Tag | null, laying: Laying): Piece[] {
  const tag: Tag | null = parent === null ? null : { type: paragraph.heading > 0 ? `H${paragraph.heading}` : 'P', parent };
  const lines = linesOf(paragraph, width, laying.faces, laying.numbers, laying.missing);
  return lines.map((line, index) => {
    const before = index === 0 ? paragraph.before : 0;
    return {
      ...PLAIN,
      height: before + line.height + (index === lines.length - 1 ? paragraph.after : 0),
      keepNext: paragraph.keepNext || (paragraph.heading > 0 && index === lines.length - 1),
      breakBefore: index === 0 && paragraph.pageBreakBefore,
      breakAfter: line.endsPage,
      draw: (pen, x, y, isRepeat) => pen.line(line.fragments, { x, y: y + before, width, height: line.height }, isRepeat ? null : tag),
    };
  });
}

interface LaidCell {
  readonly cell: Cell;
  readonly x: number;
  readonly width: number;
  readonly pieces: readonly Piece[];
  readonly height: number;
}

interface LaidRow {
  readonly cells: readonly LaidCell[];
  readonly height: number;
}

function tablePieces(table: Table, width: number, parent: Tag | null, laying: Laying): Piece[] {
  const total = table.columns.reduce((sum, column) => sum + column, 0);
  const scale = total > width + 0.5 ? width / total : 1;
  const edges = table.columns.reduce<number[]>((found, column) => [...found, (found.at(-1) ?? 0) + column * scale], [0]);
  const rest = width - total * scale;
  const x = table.align === 'center' ? rest / 2 : table.align === 'right' ? rest : Math.min(Math.max(table.indent, 0), Math.max(rest, 0));
  const tag: Tag | null = parent === null ? null : { type: 'Table', parent };
  const rows = table.rows.map((row) => layRow(row, edges, tag, laying));
  const pieces: Piece[] = [];
  const headers: Piece[] = [];
  for (const group of groupsOf(table.rows)) {
    const isHeader = pieces.length === headers.length && group.every((index) => table.rows[index]?.isHeader === true);
    const piece = rowPiece(
      group.flatMap((index) => rows[index] ?? []),
      x,
      isHeader ? [] : headers,
    );
    pieces.push(piece);
    if (isHeader) headers.push(piece);
  }
  return pieces;
}

/** Rows that a cell binds together stay together. */
function groupsOf(rows: readonly Row[]): number[][] {
  const groups: number[][] = [];
  rows.forEach((row, index) => {
    const last = groups.at(-1);
    if (last !== undefined && row.cells.some(({ merge }) => merge === 'goes-on')) last.push(index);
    else groups.push([index]);
  });
  return groups;
}

function layRow(row: Row, edges: readonly number[], table: Tag | null, laying: Laying): LaidRow {
  const tag: Tag | null = table === null ? null : { type: 'TR', parent: table };
  const cells = row.cells.map((cell): LaidCell => {
    const x = edges[Math.min(cell.column, edges.length - 1)] ?? 0;
    const width = (edges[Math.min(cell.column + cell.span, edges.length - 1)] ?? x) - x;
    const inside = Math.max(width - cell.padding.left - cell.padding.right, 12);
    const cellTag: Tag | null = tag === null || cell.merge === 'goes-on' ? null : { type: row.isHeader ? 'TH' : 'TD', parent: tag };
    const pieces = cell.merge === 'goes-on' ? [] : piecesOf(cell.blocks, inside, cellTag, laying);
    return { cell, x, width, pieces, height: heightOf(pieces) + cell.padding.top + cell.padding.bottom };
  });
  const content = Math.max(0, ...cells.map(({ cell, height }) => (cell.merge === 'none' ? height : 0)));
  return { cells, height: row.isExact && row.height > 0 ? Math.max(row.height, Math.min(content, row.height)) : Math.max(row.height, content, 4) };
}

function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.height, 0);
}

/** Rows of one group, as high as their merged cells need. */
function rowPiece(group: readonly LaidRow[], left: number, repeats: readonly Piece[]): Piece {
  const rows = stretched(group);
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  return {
    ...PLAIN,
    height,
    repeats,
    cut: rows.length === 1 && rows[0] !== undefined ? cutRow(rows[0], left, repeats) : cutGroup(rows, left, repeats),
    draw(pen, x, y, isRepeat) {
      let top = y;
      rows.forEach((row, index) => {
        for (const laid of row.cells) {
          if (laid.cell.merge !== 'goes-on') drawCell(pen, laid, { x: x + left + laid.x, y: top, height: spannedHeight(rows, index, laid.cell) }, isRepeat);
        }
        top += row.height;
      });
    },
  };
}

function drawCell(
  pen: Pen,
  { cell, width, pieces, height }: LaidCell,
  at: { readonly x: number; readonly y: number; readonly height: number },
  isRepeat: boolean,
): void {
  pen.cell({ ...at, width }, cell.fill, cell.borders);
  const rest = Math.max(at.height - height, 0);
  let y = at.y + cell.padding.top + (cell.valign === 'middle' ? rest / 2 : cell.valign === 'bottom' ? rest : 0);
  for (const piece of pieces) {
    piece.draw(pen, at.x + cell.padding.left, y, isRepeat);
    y += piece.height;
  }
}

function spannedHeight(rows: readonly LaidRow[], from: number, cell: Cell): number {
  let height = rows[from]?.height ?? 0;
  if (cell.merge !== 'begins') return height;
  for (let index = from + 1; index < rows.length; index += 1) {
    const below = rows[index];
    if (below?.cells.some((other) => other.cell.column === cell.column && other.cell.merge === 'goes-on') !== true) break;
    height += below.height;
  }
  return height;
}

/** The last row of a merged cell grows until its text has room. */
function stretched(group: readonly LaidRow[]): LaidRow[] {
  const rows = [...group];
  group.forEach((row, index) => {
    for (const laid of row.cells) {
      if (laid.cell.merge !== 'begins') continue;
      const spanned = spannedHeight(rows, index, laid.cell);
      let last = index;
      while (rows[last + 1]?.cells.some((other) => other.cell.column === laid.cell.column && other.cell.merge === 'goes-on') === true) last += 1;
      const lastRow = rows[last];
      if (laid.height > spanned && lastRow !== undefined) rows[last] = { ...lastRow, height: lastRow.height + laid.height - spanned };
    }
  });
  return rows;
}

/** A row higher than a page is cut between the lines of its cells. */
function cutRow(row: LaidRow, left: number, repeats: readonly Piece[]): Piece['cut'] {
  return (room) => {
    const cuts = row.cells.map((laid) => {
      const most = room - laid.cell.padding.top - laid.cell.padding.bottom;
      let used = 0;
      let count = 0;
      for (const piece of laid.pieces) {
        if (used + piece.height > most) break;
        used += piece.height;
        count += 1;
      }
      return count;
    });
    // Nothing fits, or nothing would be left: a cut that moves nothing would never end.
    const moves = row.cells.some((laid, index) => (cuts[index] ?? 0) > 0 && laid.pieces.length > 0);
    const leaves = row.cells.some((laid, index) => (cuts[index] ?? 0) < laid.pieces.length);
    if (!moves || !leaves) return null;
    const part = (pick: (pieces: readonly Piece[], cut: number) => readonly Piece[], asHighAs: number | null): LaidRow => {
      const cells = row.cells.map((laid, index): LaidCell => {
        const pieces = pick(laid.pieces, cuts[index] ?? 0);
        return { ...laid, pieces, height: heightOf(pieces) + laid.cell.padding.top + laid.cell.padding.bottom };
      });
      return { cells, height: asHighAs ?? Math.max(...cells.map(({ height }) => height), 4) };
    };
    return [
      rowPiece([part((pieces, cut) => pieces.slice(0, cut), room)], left, repeats),
      rowPiece([part((pieces, cut) => pieces.slice(cut), null)], left, repeats),
    ];
  };
}

/** Rows bound by a cell that do not fit on one page are parted, the cell's text staying with the first. */
function cutGroup(rows: readonly LaidRow[], left: number, repeats: readonly Piece[]): Piece['cut'] {
  return (room) => {
    let used = 0;
    let count = 0;
    for (const row of rows) {
      if (used + row.height > room) break;
      used += row.height;
      count += 1;
    }
    if (count === 0 || count >= rows.length) return null;
    const below = rows
      .slice(count)
      .map((row, index) =>
        index > 0
          ? row
          : { ...row, cells: row.cells.map((laid) => (laid.cell.merge === 'goes-on' ? { ...laid, cell: { ...laid.cell, merge: 'begins' as const } } : laid)) },
      );
    return [rowPiece(rows.slice(0, count), left, repeats), rowPiece(below, left, repeats)];
  };
}
