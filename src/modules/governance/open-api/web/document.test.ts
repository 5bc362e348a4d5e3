import { describe, expect, it } from 'vitest';
import { addressOf, type ApiDocument, curlOf, exampleOf, fieldLines, type Operation } from './document.ts';

const DOC: ApiDocument = {
  info: { title: '', version: '', description: '' },
  tags: [],
  paths: {},
  'x-scopes': [],
  components: {
    schemas: {
      Row: {
        type: 'object',
        properties: {
          id: { type: 'string', examples: ['7'], description: '编号' },
          days: { type: 'array', maxItems: 31, items: { type: 'integer', minimum: 1, maximum: 31 } },
        },
        required: ['id', 'days'],
      },
    },
  },
};
const BODY = {
  type: 'object',
  properties: { rows: { type: 'array', minItems: 1, maxItems: 9, items: { $ref: '#/components/schemas/Row' } }, note: { type: 'string' } },
  required: ['rows'],
};
const OPERATION: Operation = {
  operationId: 'send',
  tags: [],
  summary: '',
  description: '',
  security: [{ signature: [] }],
  parameters: [
    { name: 'id', in: 'path', required: true, schema: { type: 'string', examples: ['9'] } },
    { name: 'month', in: 'query', required: true, schema: { type: 'string', examples: ['2026-10'] } },
    { name: 'limit', in: 'query', schema: { type: 'integer' } },
  ],
  requestBody: { content: { 'application/json': { schema: BODY } } },
  responses: {},
};

describe('接口文档怎样显示', () => {
  it('字段一层一层列出来，说清类型、范围和是否必有', () => {
    expect(fieldLines(DOC, BODY)).toEqual([
      { path: 'rows', type: '列表，1–9 项', isRequired: true, says: '' },
      { path: 'rows[].id', type: '文本', isRequired: true, says: '编号' },
      { path: 'rows[].days', type: '列表，0–31 项', isRequired: true, says: '' },
      { path: 'note', type: '文本', isRequired: false, says: '' },
    ]);
  });

  it('例子由各字段的例子组成，地址填好必填的参数', () => {
    expect(exampleOf(DOC, BODY)).toEqual({ rows: [{ id: '7', days: [1] }] });
    expect(addressOf(DOC, '/open/v1/projects/{id}/payrolls', OPERATION)).toBe('/open/v1/projects/9/payrolls?month=2026-10');
  });

  it('写入的示例带签名，读取的带密钥', () => {
    expect(curlOf(DOC, 'https://a.cn', 'post', '/open/v1/x', OPERATION)).toContain('X-Anxin-Signature: hmac-sha256=$SIGN');
    expect(curlOf(DOC, 'https://a.cn', 'get', '/open/v1/x', { ...OPERATION, security: [{ key: [] }, { signature: [] }] })).toContain('Bearer $APP.$SECRET');
  });
});
