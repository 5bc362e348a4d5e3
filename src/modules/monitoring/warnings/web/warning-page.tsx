import { PageHead } from '#kit/page-head.tsx';

export default function WarningPage() {
  return <PageHead title="预警" />;
}
