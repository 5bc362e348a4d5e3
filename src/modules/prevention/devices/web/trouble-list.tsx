import './devices.css';
import { Card, Notice } from '#kit/card.tsx';
import { Tag } from '#kit/tag.tsx';
import type { DeviceView } from '../domain/wire.ts';

/** At one look: which gate is silent, which clock is wrong, what is missing, and what to do about it. */
export function TroubleList({ devices }: { readonly devices: readonly DeviceView[] }) {
  const inUse = devices.filter((device) => !device.isRevoked);
  const troubles = inUse.flatMap((device) => device.troubles.map((trouble) => ({ device, trouble })));
  if (inUse.length === 0) return null;
  if (troubles.length === 0) {
    const silent = inUse.filter((device) => device.heardAt === null).length;
    if (silent > 0) return <Notice>刚登记的 {silent} 台还没有上报，其余没有问题。</Notice>;
    return <Notice tone="good">{inUse.length === 1 ? '设备在上报' : `${inUse.length} 台设备都在上报`}，时钟准，打卡不缺。</Notice>;
  }
  // The gravest first; within a device as the device has them.
  const sorted = troubles.toSorted((a, b) => Number(b.trouble.tone === 'red') - Number(a.trouble.tone === 'red'));
  return (
    <Card title="设备要处理的" flush>
      <ul className="devices-troubles">
        {sorted.map(({ device, trouble }) => (
          <li key={`${device.appid} ${trouble.kind}`}>
            <p className="devices-trouble-head">
              <span className="strong">{device.name}</span>
              <Tag tone={trouble.tone}>{trouble.says}</Tag>
            </p>
            <p className="muted">{trouble.cure}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
