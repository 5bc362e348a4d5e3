import { Card } from '#kit/card.tsx';

const STRING = `ANXIN-2
<方法，大写>
<地址和查询，与发送的完全一致>
<X-Anxin-Timestamp：1970 年以来的秒数>
<X-Anxin-Nonce：8 至 64 位，24 小时内不重复>
<正文的摘要，十六进制小写；没有正文就是空串的摘要>`;

const VECTOR = `密钥  0123456789abcdef0123456789abcdef
方法  POST    地址  /open/v1/payments?dry=1
时间  1795744800    随机数  nonce-0001
正文  {"Amount":"100"}

hmac-sha256=afe5dd3199cb4c9859b90a28e2d4699f5e9e435ff755302e68ca22548920dfac
hmac-sm3=0d293e0a80afcfbad19b29fdcfa0fd7c8317d9cb4aa76c1897391caa95c83257`;

/** The second signing scheme in one look; the guide has it with code in four languages. */
export function SigningCard() {
  return (
    <Card title="签名">
      <div className="stack">
        <p>把六行用换行符接起来（末尾没有换行），以密钥作 HMAC，写进 X-Anxin-Signature。算法用 hmac-sha256，要求国密时用 hmac-sm3，正文摘要用同一种算法。</p>
        <pre className="open-api-code" tabIndex={0} aria-label="参加签名的内容">
          {STRING}
        </pre>
        <p>核对用的例子：</p>
        <pre className="open-api-code" tabIndex={0} aria-label="签名的例子">
          {VECTOR}
        </pre>
        <p className="muted">时钟相差 300 秒以内有效。事件推送用同样的办法签名，密钥是登记推送时给的那一个。</p>
      </div>
    </Card>
  );
}
