import type { SettingField } from '#modules/office/integration/domain/index.ts';

/** How a bank is reached, as its keeper is offered it. */
export const BANK_SETTINGS: readonly SettingField[] = [
  {
    key: 'transport',
    label: '怎么往来',
    kind: 'choice',
    usual: 'HTTPS 接口',
    choices: [
      { value: 'https', name: 'HTTPS 接口' },
      { value: 'folder', name: '文件夹交换' },
    ],
  },
  {
    key: 'url',
    label: '银行的接口地址',
    hint: '例：https://银行前置机域名/api',
    kind: 'text',
    pattern: 'https?://\\S{3,400}',
    says: '应为 http(s) 开头的网址',
  },
  {
    key: 'folder',
    label: '交换文件夹的名称',
    hint: '在服务器的交换目录下',
    kind: 'text',
    pattern: '[0-9A-Za-z_-]{1,40}',
    says: '1 至 40 位字母、数字、横线或下划线',
  },
  {
    key: 'encoding',
    label: '文件的编码',
    kind: 'choice',
    usual: 'UTF-8',
    choices: [
      { value: 'utf-8', name: 'UTF-8' },
      { value: 'gb18030', name: 'GB18030（GBK）' },
    ],
  },
  {
    key: 'format',
    label: '文件的格式',
    hint: '没有自己格式的银行用 ISO 20022：pain.001、pain.002、camt.053、camt.054',
    kind: 'choice',
    usual: 'CSV',
    choices: [
      { value: 'csv', name: 'CSV' },
      { value: 'xml', name: 'ISO 20022 XML' },
    ],
  },
  {
    key: 'confirm',
    label: '结果怎么确认',
    hint: '能查询的，查到了才算付；不能查询的，以银行送来的结果为准',
    kind: 'choice',
    usual: '向银行查询',
    choices: [
      { value: 'ask', name: '向银行查询' },
      { value: 'none', name: '银行不能查询，以送来的为准' },
    ],
  },
  {
    key: 'algorithm',
    label: '我们的签名算法',
    kind: 'choice',
    usual: 'HMAC-SHA256',
    choices: [
      { value: 'hmac-sha256', name: 'HMAC-SHA256' },
      { value: 'hmac-sm3', name: 'HMAC-SM3（国密）' },
    ],
  },
];
