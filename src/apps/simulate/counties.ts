/** Places a world can be set in: the real towns of a county, and what its sites are called. */
export interface County {
  readonly code: string;
  readonly name: string;
  readonly towns: readonly { readonly code: string; readonly name: string }[];
  /** Words from which names of invented sites are made. */
  readonly places: readonly string[];
}

const GAOTANG: County = {
  code: '371526',
  name: '高唐县',
  towns: [
    { code: '371526001', name: '鱼邱湖街道' },
    { code: '371526002', name: '汇鑫街道' },
    { code: '371526003', name: '人和街道' },
    { code: '371526102', name: '尹集镇' },
    { code: '371526103', name: '清平镇' },
    { code: '371526101', name: '梁村镇' },
    { code: '371526105', name: '三十里铺镇' },
    { code: '371526106', name: '琉璃寺镇' },
    { code: '371526108', name: '姜店镇' },
    { code: '371526109', name: '杨屯镇' },
    { code: '371526104', name: '固河镇' },
    { code: '371526107', name: '赵寨子镇' },
  ],
  places: ['柳湖', '杏林', '北湖', '官道', '书画', '鱼丘', '汇鑫', '金城', '时风路', '滨湖', '人和', '南五里', '光明路', '鼓楼'],
};

const JIAYUGUAN: County = {
  code: '6202',
  name: '嘉峪关市',
  towns: [
    { code: '620201001', name: '雄关街道' },
    { code: '620201002', name: '钢城街道' },
    { code: '620201100', name: '新城镇' },
    { code: '620201101', name: '峪泉镇' },
    { code: '620201102', name: '文殊镇' },
  ],
  places: ['雄关', '长城', '讨赖河', '南市区', '迎宾', '新华', '胜利', '戈壁', '祁连'],
};

export const COUNTIES: Readonly<Record<string, County>> = { 'gaotang-371526': GAOTANG, 'jiayuguan-620200': JIAYUGUAN };

/** What is built, for whom, in whose charge. */
export const WORKS: readonly { readonly name: string; readonly industry: string; readonly isGovernment: boolean; readonly owner: string }[] = [
  { name: '佳苑住宅小区一期', industry: '住建', isGovernment: false, owner: '房地产开发' },
  { name: '小学教学楼新建工程', industry: '住建', isGovernment: true, owner: '城市建设投资' },
  { name: '道路雨污分流改造工程', industry: '住建', isGovernment: true, owner: '城市建设投资' },
  { name: '智能装备产业园标准厂房', industry: '住建', isGovernment: false, owner: '园区运营' },
  { name: '华府住宅小区二期', industry: '住建', isGovernment: false, owner: '置业' },
  { name: '卫生院门诊综合楼', industry: '住建', isGovernment: true, owner: '卫生健康投资' },
  { name: '农村公路提升工程二标段', industry: '交通', isGovernment: true, owner: '交通发展' },
  { name: '冷链物流中心', industry: '住建', isGovernment: false, owner: '物流' },
  { name: '安置房建设项目三标段', industry: '住建', isGovernment: true, owner: '城市建设投资' },
  { name: '灌区节水改造工程', industry: '水利', isGovernment: true, owner: '水利投资' },
  { name: '商业综合体', industry: '住建', isGovernment: false, owner: '商业管理' },
  { name: '养老服务中心', industry: '住建', isGovernment: true, owner: '民生投资' },
  { name: '老旧小区改造工程', industry: '住建', isGovernment: true, owner: '城市建设投资' },
  { name: '食品加工厂房扩建', industry: '住建', isGovernment: false, owner: '食品' },
];
