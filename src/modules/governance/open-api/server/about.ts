/** The words at the head of the document; the guide says the same at length. */
export const ABOUT = `供其他系统读取项目、预警、花名册、工资表汇总和支付情况，并报送花名册、考勤、工资表和专户流水。

- 应用在“对接管理”登记，得到应用编号和密钥；能读写什么由权限范围决定，看到的数据以应用所属单位或地区为限。
- 读取可以带 \`Authorization: Bearer 应用编号.密钥\`；写入须用签名（X-Anxin-App、X-Anxin-Timestamp、X-Anxin-Nonce、X-Anxin-Signature）。
- 写入须带 \`Idempotency-Key\`（8 至 100 位）：90 天内同一个键重发，得到原来的答复；键相同而内容不同答 422，前一次还在处理答 409。
- 列表按编号分页：答复里的 \`next\` 作为下一页的 \`cursor\`。
- 每分钟请求数有上限：看 RateLimit-Limit、RateLimit-Remaining、RateLimit-Reset；超过答 429 和 Retry-After。
- 读取的答复带 ETag；下次带 If-None-Match，没有变化答 304。
- 拒绝和失败的答复都是 {code, says, fields?}：code 不变，says 是中文说明。不认识的字段答 422。
- 金额是以分为单位的十进制文本，日期 YYYY-MM-DD，时刻 ISO 8601 UTC。身份证号、电话、卡号只给掩码。
- 法规、规则和计算器的读取在 /api/law（须登录）。`;

export const TAGS = [
  { name: '本应用', description: '密钥是否可用、有哪些权限' },
  { name: '项目', description: '项目台账、项目月事实、工资链条' },
  { name: '预警', description: '预警列表和一条预警' },
  { name: '花名册与工资', description: '花名册、工资表汇总、支付情况' },
  { name: '报送', description: '花名册、考勤、工资表、专户流水' },
] as const;
