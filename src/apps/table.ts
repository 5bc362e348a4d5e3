import type { DemoAccount } from '#modules/office/accounts/domain/index.ts';

/** Columns under each other on a terminal, where a Chinese character is two wide. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function accountTable(accounts: readonly DemoAccount[]): string {
  return textTable([
    ['  岗位', '姓名', '单位', '登录名', '密码'],
    ...accounts.map((one) => [`  ${one.roleName}`, one.name, one.organisation, one.login, one.password]),
  ]);
}

function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (/[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u.test(letter) ? 2 : 1), 0);
}
