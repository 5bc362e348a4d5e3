import { PageHead } from '#kit/page-head.tsx';

export default function RulesPage() {
  return <PageHead title="法规与规则" />;
}
