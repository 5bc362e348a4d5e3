import type { Preview, PreviewBlock, PreviewRun } from '../domain/wire.ts';

/** What the document will say, as a sheet on the screen. Sizes are those of the paper, as far as the screen is wide. */
export function Paper({ preview }: { readonly preview: Preview }) {
  return (
    <div className="paper-desk">
      {preview.sections.map((section, index) => (
        <div key={index} className="paper" style={{ maxWidth: `${section.width}pt`, padding: `min(6vw, ${section.margin}pt)` }}>
          {section.blocks.map((block, at) => (
            <Block key={at} block={block} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: PreviewBlock }) {
  if (block.kind === 'table') return <PaperTable table={block} />;
  const align = block.align === 'center' || block.align === 'right' ? block.align : undefined;
  return (
    <p
      className="paper-line"
      style={{ ...(align && { textAlign: align }), textIndent: `${block.first}pt`, marginTop: `${block.before}pt`, marginBottom: `${block.after}pt` }}
    >
      {block.runs.map((run, index) => (
        <Run key={index} run={run} />
      ))}
    </p>
  );
}

function Run({ run }: { readonly run: PreviewRun }) {
  if (run.image !== null) return <img src={run.image} alt={run.alt} style={{ width: `${run.width}pt`, maxWidth: '100%' }} />;
  if (run.text === '\n') return <br />;
  const style = {
    ...(run.size > 0 && { fontSize: `${run.size}pt` }),
    ...(run.bold && { fontWeight: 700 }),
    ...(run.underline && { textDecoration: 'underline' as const }),
  };
  return <span style={style}>{run.text}</span>;
}

function PaperTable({ table }: { readonly table: Extract<PreviewBlock, { kind: 'table' }> }) {
  return (
    <>
      <section className="paper-scroll" tabIndex={0} aria-label="文书里的表格">
        <table className="paper-table" style={{ minWidth: `${table.columns.length * 4.5}em` }}>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={index}>
                {row.cells.map((cell, at) => (
                  <td key={at} colSpan={cell.span} style={{ ...(cell.fill !== null && { background: cell.fill }) }}>
                    {cell.blocks.map((block, within) => (
                      <Block key={within} block={block} />
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {table.more > 0 ? <p className="muted">还有 {table.more} 行，打印时都有。</p> : null}
    </>
  );
}
