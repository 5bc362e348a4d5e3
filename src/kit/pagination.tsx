import './pagination.css';
import { count } from './format.ts';

export interface PaginationProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
  readonly onSize?: (size: number) => void;
  /** What is counted: 条预警, 个工人. */
  readonly unit?: string;
}

const SIZES = [20, 50, 100];

export function Pagination({ page, size, total, onPage, onSize, unit = '条' }: PaginationProps) {
  const pages = Math.max(1, Math.ceil(total / size));
  const from = total === 0 ? 0 : (page - 1) * size + 1;
  const until = Math.min(total, page * size);
  if (total <= (SIZES[0] ?? 20) && page === 1) return null;
  return (
    <nav className="pagination" aria-label="翻页">
      <span className="muted">
        第 {count(from)}–{count(until)} {unit}，共 {count(total)} {unit}
      </span>
      <ol className="pagination-pages">
        <Step shown={page > 1} to={page - 1} name="上一页" onPage={onPage} />
        {pagesAround(page, pages).map((item, index) =>
          item === null ? (
            <li key={index === 1 ? 'gap-before' : 'gap-after'} className="gap" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={item}>
              <button type="button" className="page" aria-current={item === page ? 'page' : undefined} onClick={() => onPage(item)}>
                <span className="vh">第 </span>
                {count(item)}
                <span className="vh"> 页</span>
              </button>
            </li>
          ),
        )}
        <Step shown={page < pages} to={page + 1} name="下一页" onPage={onPage} />
      </ol>
      {onSize ? (
        <label>
          每页
          <select value={size} onChange={(event) => onSize(Number(event.target.value))}>
            {SIZES.map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
          </select>
          {unit}
        </label>
      ) : null}
    </nav>
  );
}

function Step({ shown, to, name, onPage }: { shown: boolean; to: number; name: string; onPage: (page: number) => void }) {
  if (!shown) return null;
  return (
    <li>
      <button type="button" className="page" onClick={() => onPage(to)}>
        {name}
      </button>
    </li>
  );
}

/** First, last, the present one and its neighbours; null stands for a gap. */
export function pagesAround(page: number, pages: number): readonly (number | null)[] {
  const near = new Set([1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages));
  const sorted = [...near].sort((a, b) => a - b);
  return sorted.flatMap((n, index) => {
    const before = sorted[index - 1];
    return before !== undefined && n - before > 1 ? [null, n] : [n];
  });
}
