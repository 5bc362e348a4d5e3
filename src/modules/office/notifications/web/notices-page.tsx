import { Button, LinkButton } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { count } from '#kit/format.ts';
import { PageHead } from '#kit/page-head.tsx';
import { Pagination } from '#kit/pagination.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { Tabs } from '#kit/tabs.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { useToday } from '#modules/office/accounts/web/index.ts';
import { NoticeLine } from './notice-line.tsx';
import { useMarkRead, useNotices } from './notices.ts';

const SIZE = 20;

/** 消息: everything that came onto the reader's desk, the newest first. */
export default function NoticesPage() {
  const [url, change] = useUrlState();
  const today = useToday();
  const which = url.get('which') === 'all' ? 'all' : 'unread';
  const page = Math.max(1, Number(url.get('page') ?? 1) || 1);
  const notices = useNotices({ unread: which === 'unread', page, size: SIZE });
  const markRead = useMarkRead();
  const unread = notices.data?.unread ?? 0;
  return (
    <div className="stack">
      <PageHead
        title="消息"
        sub={notices.data ? (unread === 0 ? '没有未读' : `${count(unread)} 条未读`) : undefined}
        actions={
          <>
            {unread === 0 ? null : (
              <Button busy={markRead.isPending} onClick={() => markRead.mutate('all')}>
                全部标为已读
              </Button>
            )}
            <LinkButton to="/notices/settings">怎么提醒我</LinkButton>
          </>
        }
      />
      <Tabs
        label="哪些消息"
        tabs={[
          { key: 'unread', label: '未读', ...(notices.data && { count: unread }) },
          { key: 'all', label: '全部' },
        ]}
        selected={which}
        onSelect={(key) => change({ which: key === 'all' ? 'all' : null })}
      >
        {notices.error ? (
          <Problem error={notices.error} onRetry={() => void notices.refetch()} />
        ) : (
          <Card flush>
            {!notices.data ? (
              <Skeleton lines={6} />
            ) : notices.data.items.length === 0 ? (
              <Empty title={which === 'unread' ? '没有未读的消息。' : '还没有消息。'}>有预警到您这里、导入有了结果，会在这里提醒。</Empty>
            ) : (
              <ul className="notice-list">
                {notices.data.items.map((notice) => (
                  <li key={notice.id}>
                    <NoticeLine notice={notice} today={today} onOpen={() => notice.isRead || markRead.mutate([notice.id])} />
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )}
        {notices.data ? <Pagination page={page} size={SIZE} total={notices.data.total} onPage={(to) => change({ page: to === 1 ? null : to })} /> : null}
      </Tabs>
    </div>
  );
}
