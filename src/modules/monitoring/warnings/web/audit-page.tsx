import { PageHead } from '#kit/page-head.tsx';

export default function AuditPage() {
  return <PageHead title="审计" />;
}
