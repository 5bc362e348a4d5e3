import './person-menu.css';
import { useDisclosure } from '#kit/disclosure.ts';
import { Link } from '#kit/link.tsx';
import { type Me, useSignOut } from '#modules/office/accounts/web/index.ts';

/** Who is signed in, and what belongs to the person. A disclosure, so that plain Tab walks through it. */
export function PersonMenu({ me }: { readonly me: Me }) {
  const { open, setOpen, box, button } = useDisclosure();
  const signOut = useSignOut();
  return (
    <div className="person" ref={box}>
      <button ref={button} type="button" className="person-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">{me.name.slice(0, 1)}</span>
        <span className="vh">{me.name}，打开个人菜单</span>
      </button>
      {open ? (
        <div className="person-panel">
          <div className="person-who">
            <div className="strong">{me.name}</div>
            <div className="muted">{me.roleName}</div>
            <div className="muted">{me.organisation}</div>
          </div>
          <ul className="person-list">
            <li>
              <Link to="/notices/settings" onClick={() => setOpen(false)}>
                怎么提醒我
              </Link>
            </li>
            <li>
              <Link to="/password" onClick={() => setOpen(false)}>
                改密码
              </Link>
            </li>
            <li>
              <button type="button" onClick={signOut}>
                退出登录
              </button>
            </li>
          </ul>
        </div>
      ) : null}
    </div>
  );
}
