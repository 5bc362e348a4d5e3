import './bell.css';
import { useId } from 'react';
import { Button } from '#kit/button.tsx';
import { useDisclosure } from '#kit/disclosure.ts';
import { Link } from '#kit/link.tsx';
import { Problem, Skeleton } from '#kit/states.tsx';
import { NoticeLine } from './notice-line.tsx';
import { useMarkRead, useNotices } from './notices.ts';

const LATEST = 8;

/** The bell: how many notices are unread, the latest of them, and the way to each matter. A disclosure, so that plain Tab walks through it. */
export function Bell({ path, today }: { readonly path: string; readonly today: string }) {
  const { open, setOpen, box, button } = useDisclosure();
  const title = useId();
  const notices = useNotices({ size: LATEST }, path);
  const markRead = useMarkRead();
  const unread = notices.data?.unread ?? 0;
  const shown = unread > 99 ? '99+' : String(unread);
  return (
    <div className="bell" ref={box}>
      <button ref={button} type="button" className="bell-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <svg
          width="22"
          height="22"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d="M18 8a6 6 0 0 0-12 0c0 7-3 8-3 8h18s-3-1-3-8" />
          <path d="M10 20a2 2 0 0 0 4 0" />
        </svg>
        <span className="vh">消息，{unread === 0 ? '没有未读' : `${unread} 条未读`}</span>
        {unread === 0 ? null : (
          <span className="bell-count" aria-hidden="true">
            {shown}
          </span>
        )}
      </button>
      {open ? (
        <section className="bell-panel" aria-labelledby={title}>
          <div className="bell-head">
            <h2 id={title}>消息</h2>
            {unread === 0 ? null : (
              <Button small kind="quiet" busy={markRead.isPending} onClick={() => markRead.mutate('all')}>
                全部标为已读
              </Button>
            )}
          </div>
          {notices.error ? (
            <Problem error={notices.error} onRetry={() => void notices.refetch()} />
          ) : !notices.data ? (
            <Skeleton lines={3} />
          ) : notices.data.items.length === 0 ? (
            <p className="bell-empty muted">还没有消息。有事到您这里，会在这里提醒。</p>
          ) : (
            <ul className="notice-list">
              {notices.data.items.map((notice) => (
                <li key={notice.id}>
                  <NoticeLine
                    notice={notice}
                    today={today}
                    onOpen={() => {
                      setOpen(false);
                      if (!notice.isRead) markRead.mutate([notice.id]);
                    }}
                  />
                </li>
              ))}
            </ul>
          )}
          <div className="bell-foot">
            <Link to="/notices" onClick={() => setOpen(false)}>
              全部消息
            </Link>
            <Link to="/notices/settings" onClick={() => setOpen(false)}>
              怎么提醒我
            </Link>
          </div>
        </section>
      ) : null}
    </div>
  );
}
