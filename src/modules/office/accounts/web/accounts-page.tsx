import { PageHead } from '#kit/page-head.tsx';

export default function AccountsPage() {
  return <PageHead title="账号" />;
}
