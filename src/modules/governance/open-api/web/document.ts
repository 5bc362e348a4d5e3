/** The parts of an OpenAPI 3.1 document that the page shows. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly 'x-scopes': readonly { readonly scope: string; readonly name: string; readonly says: string }[];
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly schema: Schema;
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** One field of a form, with where it stands. */
export interface FieldLine {
  readonly path: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly says: string;
}

export function resolve(doc: ApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (doc.components.schemas[name] ?? {});
}

/** 「文本」「整数，1–200」: what a field holds, in words. */
export function typeWords(doc: ApiDocument, given: Schema): string {
  const schema = resolve(doc, given);
  if (schema.anyOf) return schema.anyOf.map((one) => typeWords(doc, one)).join(' 或 ');
  const types = [schema.type ?? []].flat();
  const words = types.map((type) => NAMES[type] ?? type);
  const bounds = [
    ...(schema.enum ? [schema.enum.map(String).join(' | ')] : []),
    ...(schema.minimum !== undefined && schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER
      ? [`${schema.minimum}–${schema.maximum}`]
      : []),
    ...(schema.maxLength === undefined ? [] : [`${schema.minLength ?? 0}–${schema.maxLength} 字`]),
    ...(schema.maxItems === undefined ? [] : [`${schema.minItems ?? 0}–${schema.maxItems} 项`]),
    ...(schema.default === undefined ? [] : [`缺省 ${JSON.stringify(schema.default)}`]),
  ];
  return [words.join(' 或 '), ...bounds].filter(Boolean).join('，');
}

const NAMES: Readonly<Record<string, string>> = { string: '文本', integer: '整数', number: '数', boolean: '真假', array: '列表', object: '对象', null: '空' };

/** Every field of a form, those inside lists and objects after the one that holds them. */
export function fieldLines(doc: ApiDocument, given: Schema, before = ''): readonly FieldLine[] {
  const schema = plainOf(doc, given);
  if (schema.items) return fieldLines(doc, schema.items, `${before}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = before === '' ? name : `${before}.${name}`;
    const resolved = resolve(doc, field);
    const says = field.description ?? resolved.description ?? '';
    return [{ path, type: typeWords(doc, field), isRequired: schema.required?.includes(name) ?? false, says }, ...fieldLines(doc, field, path)];
  });
}

/** The form itself where it may also be empty. */
function plainOf(doc: ApiDocument, given: Schema): Schema {
  const schema = resolve(doc, given);
  const one = schema.anyOf?.map((each) => resolve(doc, each)).find((each) => each.type !== 'null');
  return one ?? schema;
}

/** An example of a form, from the examples of its fields; what need not be sent and has none is left out. */
export function exampleOf(doc: ApiDocument, given: Schema): unknown {
  const schema = plainOf(doc, given);
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.properties) {
    const shown = Object.entries(schema.properties).filter(([name, field]) => schema.required?.includes(name) || plainOf(doc, field).examples !== undefined);
    return Object.fromEntries(shown.map(([name, field]) => [name, exampleOf(doc, field)]));
  }
  if (schema.items) return [exampleOf(doc, schema.items)];
  const [type] = [schema.type ?? 'string'].flat();
  if (type === 'integer' || type === 'number') return schema.minimum !== undefined && schema.minimum > -1e9 ? schema.minimum : 0;
  if (type === 'boolean') return true;
  return type === 'null' ? null : '文字';
}

/** The address of an operation with the examples of its parameters in it. */
export function addressOf(doc: ApiDocument, path: string, operation: Operation): string {
  const parameters = operation.parameters ?? [];
  const example = (parameter: Parameter) => encodeURIComponent(String(parameter.example ?? exampleOf(doc, parameter.schema)));
  const filled = parameters.filter((one) => one.in === 'path').reduce((text, one) => text.replace(`{${one.name}}`, example(one)), path);
  const query = parameters.filter((one) => one.in === 'query' && one.required === true).map((one) => `${one.name}=${example(one)}`);
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

/** How to call an operation from a shell: with a bearer key where that is enough, signed where it must be. */
export function curlOf(doc: ApiDocument, origin: string, method: string, path: string, operation: Operation): string {
  const address = addressOf(doc, path, operation);
  if (operation.security.some((one) => 'key' in one)) return `curl -H "Authorization: Bearer $APP.$SECRET" '${origin}${address}'`;
  const schema = operation.requestBody?.content['application/json']?.schema ?? {};
  return `BODY='${JSON.stringify(exampleOf(doc, schema))}'
TS=$(date +%s); NONCE=$(openssl rand -hex 16)
HASH=$(printf %s "$BODY" | openssl dgst -sha256 -r | cut -d' ' -f1)
SIGN=$(printf 'ANXIN-2\\n${method.toUpperCase()}\\n${address}\\n%s\\n%s\\n%s' "$TS" "$NONCE" "$HASH" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
curl -X ${method.toUpperCase()} '${origin}${address}' \\
  -H "X-Anxin-App: $APP" -H "X-Anxin-Timestamp: $TS" -H "X-Anxin-Nonce: $NONCE" \\
  -H "X-Anxin-Signature: hmac-sha256=$SIGN" -H "Idempotency-Key: $(openssl rand -hex 12)" \\
  -H 'Content-Type: application/json' --data-binary "$BODY"`;
}
