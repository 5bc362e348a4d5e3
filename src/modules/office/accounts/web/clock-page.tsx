import { PageHead } from '#kit/page-head.tsx';

export default function ClockPage() {
  return <PageHead title="调演示日期" />;
}
