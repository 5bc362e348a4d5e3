import { PageHead } from '#kit/page-head.tsx';

export default function ListPage() {
  return <PageHead title="预警" />;
}
