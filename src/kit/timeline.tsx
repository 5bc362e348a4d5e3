import './timeline.css';
import type { ReactNode } from 'react';

export interface TimelineItem {
  readonly key: string;
  readonly title: ReactNode;
  /** When and by whom. */
  readonly meta: ReactNode;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
}

/** Everything done so far, newest first. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.key}>
          <div className="strong">{item.title}</div>
          <div className="timeline-meta">{item.meta}</div>
          {item.note ? <div className="timeline-note">{item.note}</div> : null}
          {item.children}
        </li>
      ))}
    </ol>
  );
}
