import './notices.css';
import { moment } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Tag } from '#kit/tag.tsx';
import type { NoticeRow } from '../domain/wire.ts';

/** One notice, as a link to its matter. Unread is said, not only shown. */
export function NoticeLine({ notice, today, onOpen }: { readonly notice: NoticeRow; readonly today: string; readonly onOpen: () => void }) {
  return (
    <Link to={notice.link} className={notice.isRead ? 'notice-line' : 'notice-line notice-line-new'} onClick={onOpen}>
      <span className="notice-line-title">
        {notice.isRead ? null : <span className="vh">未读：</span>}
        {notice.urgent ? <Tag tone="red">红色</Tag> : null} {notice.title}
      </span>
      {notice.says ? <span className="notice-line-says">{notice.says}</span> : null}
      <span className="muted small">{moment(notice.at, today)}</span>
    </Link>
  );
}
