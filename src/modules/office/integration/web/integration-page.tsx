import './integration.css';
import { LinkButton } from '#kit/button.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Tabs } from '#kit/tabs.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { AppsPanel } from './apps-panel.tsx';
import { FailuresPanel } from './failures-panel.tsx';
import { FreshnessPanel } from './freshness-panel.tsx';
import { MessagesPanel } from './messages-panel.tsx';
import { OutboundPanel } from './outbound-panel.tsx';

const TABS = [
  { key: 'apps', label: '接口应用' },
  { key: 'messages', label: '消息' },
  { key: 'failures', label: '失败' },
  { key: 'outbound', label: '推送与上报' },
  { key: 'freshness', label: '数据更新' },
] as const;

/** 对接管理: apps and keys, what was said, what failed and why, what goes out, and how fresh the data is. */
export default function IntegrationPage() {
  const [url, change] = useUrlState();
  const selected = TABS.find(({ key }) => key === url.get('tab'))?.key ?? 'apps';
  return (
    <div className="stack">
      <PageHead
        title="对接管理"
        sub="外部系统、考勤设备和银行与本系统之间的往来"
        actions={
          <>
            <LinkButton to="/integration/targets">上级平台</LinkButton>
            <LinkButton to="/open-api">看开放接口文档</LinkButton>
          </>
        }
      />
      <Tabs label="对接管理" tabs={TABS} selected={selected} onSelect={(tab) => change({ ...NOTHING, tab: tab === 'apps' ? null : tab })}>
        <div className="integration-panel">
          {selected === 'apps' ? <AppsPanel /> : null}
          {selected === 'messages' ? <MessagesPanel /> : null}
          {selected === 'failures' ? <FailuresPanel /> : null}
          {selected === 'outbound' ? <OutboundPanel /> : null}
          {selected === 'freshness' ? <FreshnessPanel /> : null}
        </div>
      </Tabs>
    </div>
  );
}

/** Filters of one tab mean nothing on another. */
const NOTHING = {
  app: null,
  channel: null,
  outcome: null,
  method: null,
  code: null,
  from: null,
  until: null,
  serial: null,
  before: null,
  state: null,
  after: null,
  q: null,
};
