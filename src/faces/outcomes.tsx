import { Button, LinkButton } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { PageHead } from '#kit/page-head.tsx';

/** No such screen, or not one of this face. */
export function NotFound() {
  return (
    <div className="stack">
      <PageHead title="没有这一页" sub="地址可能抄漏了，或者这一页不归你的岗位。" />
      <div className="row">
        <LinkButton to="/" kind="primary">
          回今日待办
        </LinkButton>
      </div>
    </div>
  );
}

export function NoRight() {
  return (
    <div className="stack">
      <PageHead title="没有看这一页的权限" />
      <Card>
        <p>你的岗位没有开通这一项。需要的话，找本单位的系统管理员在「账号」里开通。</p>
      </Card>
    </div>
  );
}

/** A bug or a chunk that could not be fetched after a new release: loading again mends the second. */
export function Crashed({ error }: { readonly error: unknown }) {
  console.error(error);
  return (
    <div className="stack">
      <PageHead title="这一页没有打开" sub="已保存的数据没有受影响。" />
      <div className="row">
        <Button kind="primary" onClick={() => window.location.reload()}>
          重新打开这一页
        </Button>
        <LinkButton to="/">回今日待办</LinkButton>
      </div>
    </div>
  );
}
