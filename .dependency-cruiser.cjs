// The one-way flow of the product, as rules (ARCHITECTURE.md draws it). Group order: office → prevention → monitoring → disputes → enforcement → credit → governance.
// test/fence-canaries/ holds one file per rule that must be reported, so that a cruiser that reads nothing cannot pass.
const src = '^(src|test/fence-canaries)';
const group = (name) => `${src}/modules/${name}/`;
const module_ = (part) => `${src}/modules/[^/]+/[^/]+/${part}/`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'The law is a loop, the code is a line.', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'kernel-imports-nothing', severity: 'error', from: { path: `${src}/kernel/` }, to: { pathNot: `${src}/kernel/` } },
    { name: 'law-imports-kernel', severity: 'error', from: { path: `${src}/law/` }, to: { pathNot: `${src}/(law|kernel)/|node_modules/zod/` } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'What the law decides touches no database, network, clock or screen.',
      from: { path: module_('domain') },
      to: { pathNot: `${src}/(kernel|law)/|${module_('domain').slice(1)}` },
    },
    { name: 'platform-knows-no-domain-word', severity: 'error', from: { path: `${src}/platform/` }, to: { path: `${src}/(modules|profiles|apps|faces|kit)/` } },
    { name: 'server-is-not-web', severity: 'error', from: { path: module_('server') }, to: { path: `${module_('web')}|${src}/(faces|kit|apps)/` } },
    {
      name: 'web-is-not-server',
      severity: 'error',
      from: { path: `${module_('web')}|${src}/(faces|kit)/` },
      to: { path: `${module_('server')}|${src}/(platform|apps|profiles)/` },
    },
    { name: 'kit-stands-alone', severity: 'error', from: { path: `${src}/kit/` }, to: { path: `${src}/(modules|law|faces|profiles)/` } },
    { name: 'apps-do-not-draw', severity: 'error', from: { path: `${src}/apps/` }, to: { path: `${module_('web')}|${src}/(faces|kit)/` } },
    {
      name: 'office-comes-first',
      severity: 'error',
      from: { path: group('office') },
      to: { path: group('(prevention|monitoring|disputes|enforcement|credit|governance)') },
    },
    {
      name: 'prevention-before-monitoring',
      severity: 'error',
      from: { path: `${src}/modules/prevention/[^/]+/(domain|server)/` },
      to: { path: group('(monitoring|disputes|enforcement|credit|governance)') },
    },
    {
      name: 'monitoring-before-disputes',
      severity: 'error',
      from: { path: group('monitoring') },
      to: { path: group('(disputes|enforcement|credit|governance)') },
    },
    { name: 'disputes-before-enforcement', severity: 'error', from: { path: group('disputes') }, to: { path: group('(enforcement|credit|governance)') } },
    { name: 'enforcement-before-credit', severity: 'error', from: { path: group('enforcement') }, to: { path: group('(credit|governance)') } },
    { name: 'credit-before-governance', severity: 'error', from: { path: group('credit') }, to: { path: group('governance') } },
    {
      name: 'only-apps-reach-apps',
      severity: 'error',
      from: { pathNot: `${src}/apps/|^(test/(acceptance|support|prove)|bench)/` },
      to: { path: `${src}/apps/` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
