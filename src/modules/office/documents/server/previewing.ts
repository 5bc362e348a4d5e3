import type { Block, Paper, Paragraph, Run } from '#platform/documents/index.ts';
import type { Preview, PreviewBlock, PreviewRun } from '../domain/index.ts';

/** Rows of a table a screen shows; the printed form has them all. */
const MOST_ROWS = 60;

/** A document for the screen: the text with its looks, without the pages. */
export function previewOf({ sections }: Paper): Preview {
  return { sections: sections.map(({ page, blocks }) => ({ width: page.width, height: page.height, margin: page.left, blocks: blocks.map(blockOf) })) };
}

function blockOf(block: Block): PreviewBlock {
  if (block.kind === 'paragraph') return paragraphOf(block);
  const total = block.columns.reduce((sum, column) => sum + column, 0);
  return {
    kind: 'table',
    columns: block.columns.map((column) => Math.round((column / total) * 1000) / 10),
    rows: block.rows.slice(0, MOST_ROWS).map(({ isHeader, cells }) => ({
      isHeader,
      cells: cells.flatMap((cell) => (cell.merge === 'goes-on' ? [] : [{ span: cell.span, fill: cell.fill, blocks: cell.blocks.map(blockOf) }])),
    })),
    more: Math.max(block.rows.length - MOST_ROWS, 0),
  };
}

function paragraphOf({ heading, align, first, before, after, runs }: Paragraph): PreviewBlock {
  return { kind: 'paragraph', heading, align, first, before, after, runs: runs.map(runOf) };
}

function runOf(run: Run): PreviewRun {
  const plain = { text: '', bold: false, underline: false, size: 0, image: null, width: 0, alt: '' };
  switch (run.kind) {
    case 'text':
      return { ...plain, text: run.text, bold: run.look.bold, underline: run.look.underline, size: run.look.size };
    case 'tab':
      return { ...plain, text: '\t', size: run.look.size };
    case 'image':
      // The thread hands a picture over as bytes without their class.
      return {
        ...plain,
        image: `data:image/${Buffer.from(run.content)[0] === 0x89 ? 'png' : 'jpeg'};base64,${Buffer.from(run.content).toString('base64')}`,
        width: run.width,
        alt: run.alt,
      };
    case 'line-break':
    case 'page-break':
      return { ...plain, text: '\n' };
    case 'page-number':
      return plain;
  }
}
