import './chart.css';
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Table } from './table.tsx';

export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

export interface ChartProps {
  /** What the chart shows; the heading of its table. */
  readonly title: string;
  /** What one sees in it, in a sentence: read out, and shown under the chart. */
  readonly says: string;
  readonly labels: readonly string[];
  /** At most three: they differ by dash or shade and by name. */
  readonly series: readonly Series[];
  readonly format?: (value: number) => string;
  /** Short form for the axis. */
  readonly axis?: (value: number) => string;
}

const NARROW = 340;
const HEIGHT = 200;
const LEFT = 52;
const RIGHT = 14;
const TOP = 8;
const BOTTOM = 26;
const DASHES = [undefined, '6 5', '2 4'];

/** Lines over time. */
export function LineChart(props: ChartProps) {
  const { labels, series } = props;
  const [box, width] = useWidth();
  const top = niceTop(Math.max(1, ...series.flatMap((one) => one.values)));
  const x = (index: number) => LEFT + (labels.length < 2 ? 0 : (index * (width - LEFT - RIGHT)) / (labels.length - 1));
  return (
    <Frame {...props} box={box} width={width} top={top} x={x} mark={(index) => <LineMark index={index} />}>
      {series.map((one, index) => (
        <polyline
          key={one.name}
          className={`chart-line series-${index}`}
          strokeDasharray={DASHES[index]}
          points={one.values.map((value, at) => `${round(x(at))},${round(y(value, top))}`).join(' ')}
        />
      ))}
    </Frame>
  );
}

/** Bars side by side: due, inflow, paid of each month. */
export function BarChart(props: ChartProps) {
  const { labels, series } = props;
  const [box, width] = useWidth();
  const top = niceTop(Math.max(1, ...series.flatMap((one) => one.values)));
  const slot = (width - LEFT - RIGHT) / Math.max(1, labels.length);
  const bar = Math.min(22, (slot * 0.76) / Math.max(1, series.length));
  const x = (index: number) => LEFT + slot * (index + 0.5);
  return (
    <Frame {...props} box={box} width={width} top={top} x={x} mark={(index) => <BarMark index={index} />}>
      {series.map((one, index) =>
        one.values.map((value, at) => (
          <rect
            key={`${one.name}-${labels[at]}`}
            className={`chart-bar series-${index}`}
            x={round(x(at) + (index - series.length / 2) * bar)}
            y={round(y(value, top))}
            width={round(bar - 1)}
            height={round(HEIGHT - BOTTOM - y(value, top))}
          />
        )),
      )}
    </Frame>
  );
}

function Frame({
  title,
  says,
  labels,
  series,
  format = String,
  axis = format,
  box,
  width,
  top,
  x,
  mark,
  children,
}: ChartProps & {
  readonly box: RefObject<HTMLElement | null>;
  readonly width: number;
  readonly top: number;
  readonly x: (index: number) => number;
  readonly mark: (index: number) => ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  const every = Math.ceil(labels.length / Math.max(2, Math.floor((width - LEFT) / 54)));
  return (
    <figure className="chart" ref={box}>
      <div className="chart-key">
        {series.map((one, index) => (
          <span key={one.name}>
            {mark(index)}
            {one.name}
          </span>
        ))}
      </div>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title`}>
        <title id={`${id}-title`}>{says}</title>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line className="chart-grid" x1={LEFT} x2={width - RIGHT} y1={y(top * share, top)} y2={y(top * share, top)} />
            <text x={LEFT - 8} y={y(top * share, top) + 4} textAnchor="end">
              {axis(top * share)}
            </text>
          </g>
        ))}
        {labels.map((label, index) =>
          (labels.length - 1 - index) % every === 0 ? (
            <text key={label} x={x(index)} y={HEIGHT - 6} textAnchor="middle">
              {label}
            </text>
          ) : null,
        )}
        {children}
      </svg>
      <figcaption>{says}</figcaption>
      <details className="chart-twin">
        <summary>看表格</summary>
        <Table
          caption={title}
          rows={labels.map((label, index) => ({ label, index }))}
          keyOf={(row) => row.label}
          columns={[
            { key: 'label', head: '时间', rowHead: true, cell: (row) => row.label },
            ...series.map((one) => ({
              key: one.name,
              head: one.name,
              end: true,
              cell: (row: { readonly index: number }) => format(one.values[row.index] ?? 0),
            })),
          ]}
        />
      </details>
    </figure>
  );
}

/** Drawn at the width it has, so that its words keep their size on a phone and on a wall. */
function useWidth(): readonly [RefObject<HTMLElement | null>, number] {
  const box = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(NARROW);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.max(240, Math.round(entry.contentRect.width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}

function LineMark({ index }: { readonly index: number }) {
  return (
    <svg viewBox="0 0 26 12" aria-hidden="true">
      <line className={`chart-line series-${index}`} strokeDasharray={DASHES[index]} x1="0" x2="26" y1="6" y2="6" />
    </svg>
  );
}

function BarMark({ index }: { readonly index: number }) {
  return (
    <svg viewBox="0 0 26 12" aria-hidden="true">
      <rect className={`chart-bar series-${index}`} x="8" y="0" width="12" height="12" />
    </svg>
  );
}

function y(value: number, top: number): number {
  return HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The next round figure at or above: 1, 2, 4, 5 or 10 times a power of ten, so that the middle line is round too. */
export function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 5, 10].find((factor) => factor * power >= value) ?? 10;
  return Math.max(2, step * power);
}
