import { PageHead } from '#kit/page-head.tsx';

export default function HomePage() {
  return <PageHead title="今日待办" />;
}
