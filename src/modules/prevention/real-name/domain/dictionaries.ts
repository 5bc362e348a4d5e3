/**
 * The code tables of the national real-name protocol, set of 2018, as data: code and word. A code that is not in its table is
 * kept as it came and shown as 其他(代码): dictionaries grow at the places, and a worker is not refused over one.
 */
export interface Dictionary {
  readonly title: string;
  readonly words: ReadonlyMap<string, string>;
}

function dictionary(title: string, text: string): Dictionary {
  return { title, words: new Map(text.split('；').map((one) => [one.slice(0, one.indexOf(' ')), one.slice(one.indexOf(' ') + 1)])) };
}

export const DICTIONARIES = {
  partyType: dictionary(
    '参建单位类型',
    '001 专业分包；002 设备分包；003 材料分包；004 后勤服务；005 特殊设备；006 劳务分包；007 监理；008 建设单位；009 总承包单位；010 勘察；011 设计单位；012 其它',
  ),
  idCardType: dictionary(
    '人员证件类型',
    '01 居民身份证；02 军官证；03 武警警官证；04 士兵证；05 军队离退休干部证；06 残疾人证；07 残疾军人证（1-8 级）；08 护照；09 港澳同胞回乡证；10 港澳居民来往内地通行证；11 中华人民共和国往来港澳通行证；12 台湾居民来往大陆通行证；13 大陆居民往来台湾通行证；14 外交官证；15 领事馆证；16 海员证；17 香港身份证',
  ),
  workType: dictionary(
    '工种',
    '010 砌筑工；020 钢筋工；030 架子工；040 混凝土工；050 模板工；060 机械设备安装工；070 通风工；080 安装起重工；090 安装钳工；100 电气设备安装调试工；110 管道工；120 变电安装工；130 建筑电工；140 司泵工；150 挖掘铲运和桩工机械司机；160 桩机操作工；170 起重信号工；180 建筑起重机械安装拆卸工；190 装饰装修工；200 室内成套设施安装工；210 建筑门窗幕墙安装工；220 幕墙制作工；230 防水工；240 木工；250 石工；270 电焊工；280 爆破工；290 除尘工；300 测量放线工；310 线路架设工；320 古建筑传统石工；330 古建筑传统瓦工；340 古建筑传统彩画工；350 古建筑传统木工；360 古建筑传统油工；380 金属工；900 管理人员；390 杂工；1000 其他',
  ),
  workRole: dictionary('工人类型', '10 管理人员；20 建筑工人'),
  politicsType: dictionary(
    '政治面貌',
    '01 中共党员；02 中共预备党员；03 共青团员；04 民革党员；05 民盟盟员；06 民建会员；07 民进会员；08 农工党党员；09 致公党党员；10 九三学社社员；11 台盟盟员；12 无党派人士；13 群众',
  ),
  cultureLevelType: dictionary('文化程度', '01 小学；02 初中；03 高中；04 中专；05 大专；06 本科；07 硕士；08 博士；99 其他'),
  maritalStatus: dictionary('婚姻状况', '01 未婚；02 已婚；03 离异；04 丧偶'),
  entryExitType: dictionary('进退场类型', '1 进场；0 退场'),
  direction: dictionary('考勤方向', '01 入场；02 出场'),
  attendType: dictionary(
    '考勤方式',
    '001 人脸识别；002 虹膜识别；003 指纹识别；004 掌纹识别；005 身份证识别；006 实名卡；007 异常清退；008 一键开闸；009 应急通道；010 二维码识别；011 其他方式',
  ),
  contractPeriodType: dictionary('合同期限类型', '0 固定期限合同；1 以完成一定工作为期限的合同'),
  unit: dictionary('计量单位', '80 米；81 平方米；82 立方米'),
  trainingType: dictionary('培训类型', '003001 安全教育；003002 入场教育；003003 退场教育；003004 技能培训'),
  category: dictionary(
    '项目分类',
    '01 房屋建筑工程；02 市政公用工程；03 机电安装工程；04 铁路工程；05 公路工程；06 港口与航道工程；07 水利水电工程；08 电力工程；09 矿山工程；10 冶炼工程；11 化工石油工程；12 通信工程；99 其他',
  ),
  projectStatus: dictionary('项目状态', '001 筹备；002 立项；003 在建；004 完工；005 停工'),
  approvalLevel: dictionary('立项级别', '001 部级；002 省级；003 地市级；004 区县级；005 国家级；006 其他'),
  projectSize: dictionary('建设规模', '01 大型；02 中型；03 小型'),
  property: dictionary('建设性质', '001 新建；002 改建；003 扩建；004 恢复；005 迁建；006 拆除；099 其他'),
  function: dictionary(
    '工程用途',
    '100 居住建筑；200 居住建筑配套工程；300 公共建筑；301 办公建筑；302 商业建筑；303 旅游建筑；304 科教文卫建筑；305 交通运输类；306 通信建筑；307 公共建筑配套工程；400 商住楼；500 农业建筑；600 农业建筑配套工程；700 工业建筑；800 工业建筑配套工程；999 其他；010 给水；011 排水',
  ),
  registrationType: dictionary(
    '企业登记注册类型',
    '100 内资企业；110 国有企业；120 集体企业；130 股份合作企业；140 联营企业；141 国有联营企业；142 集体联营企业；143 国有与集体联营企业；149 其他联营企业；150 有限责任公司；151 国有独资公司；159 其他有限责任公司；160 股份有限公司；170 私营企业；171 私营独资企业；172 私营合伙企业；173 私营有限责任公司；174 私营股份有限公司；190 其他企业；200 港、澳、台商投资企业；210 合资经营企业（港或澳、台资）；220 合作经营企业（港或澳、台资）；230 港、澳、台商独资经营企业；240 港、澳、台商投资股份有限公司；290 其他港、澳、台商投资企业；300 外商投资企业；310 中外合资经营企业；320 中外合作经营企业；330 外资企业；340 外商投资股份有限公司；390 其他外商投资企业；810 军队单位',
  ),
  currency: dictionary('币种', 'CNY 人民币；USD 美元'),
  credentialType: dictionary(
    '资质类型',
    '1 工程勘察；2 工程设计；3 建筑业；4 工程监理；5 工程招标代理；6 设计施工一体化；7 工程造价咨询；8 安全生产许可；9 施工图审查；10 质量检测',
  ),
  credentialState: dictionary('资质状态', '001 有效；002 注销；003 过期；004 降级'),
  bank: dictionary(
    '银行代码',
    '001 银联商务（收单）；100 中国邮政储蓄银行（收单）；102 中国工商银行；103 中国农业银行；104 中国银行；105 中国建设银行；201 国家开发银行；202 中国进出口银行；203 中国农业发展银行；301 交通银行；302 中信银行；303 中国光大银行；304 华夏银行；305 中国民生银行；306 广东发展银行；307 深圳发展银行；308 招商银行；309 兴业银行；310 上海浦东发展银行；311 上海银联商务/东莞商业银行；313 城市商业银行；314 农村商业银行（江苏）；315 恒丰银行；316 浙商银行；317 农村合作银行；318 渤海银行；319 徽商银行；320 镇银行有限责任公司；401 城市信用社；402 农村信用社（含北京农村商业银行）、东莞农信；403 中国邮政储蓄银行（代收付）；501 汇丰银行；502 东亚银行；503 南洋商业银行；504 恒生银行；505 中国银行（香港）；506 集友银行；507 创兴银行；509 星展银行；510 永亨银行；512 永隆银行；531 花旗银行；532 美国银行；533 摩根大通银行；561 三菱东京日联银行(中国）；563 日本三井住友银行；564 瑞穗实业银行；565 日本山口银行；591 韩国外换银行；593 友利银行；594 韩国产业银行；595 新韩银行；596 韩国中小企业银行；597 韩亚银行；621 华侨银行；622 大华银行；631 泰国盘谷银行(大众)；641 奥地利中央合作银行；651 比利时联合银行；652 比利时富通银行；661 荷兰银行；662 荷兰安智银行；671 渣打银行；672 英国苏格兰皇家银行公众；691 法国兴业银行（中国)；694 法国东方汇理银行；695 法国外贸银行；711 德国德累斯登银行股份公司；712 德意志银行；713 德国商业银行；714 德国西德银行；715 德国巴伐利亚州银行；716 德国北德意志州银行；732 意大利联合圣保罗银行；741 瑞士信贷银行；742 瑞士银行；751 加拿大丰业银行；752 加拿大蒙特利尔银行；761 澳大利亚和新西兰银行集团；771 摩根士丹利国际银行；775 联合银行；776 荷兰合作银行；781 厦门国际银行；782 法国巴黎银行；785 华商银行；787 华一银行；897 广东农村信用合作社（收单）；969 (澳门地区)银行；989 (香港地区)银行',
  ),
  asyncStatus: dictionary('异步处理结果状态', '0 待处理；10 处理失败；20 处理成功'),
  nation: dictionary(
    '民族',
    '01 汉；02 蒙古；03 回；04 藏；05 维吾尔；06 苗；07 彝；08 壮；09 布依；10 朝鲜；11 满；12 侗；13 瑶；14 白；15 土家；16 哈尼；17 哈萨克；18 傣；19 黎；20 傈僳；21 佤；22 畲；23 高山；24 拉祜；25 水；26 东乡；27 纳西；28 景颇；29 柯尔克孜；30 土；31 达斡尔；32 仫佬；33 羌；34 布朗；35 撒拉；36 毛南；37 仡佬；38 锡伯；39 阿昌；40 普米；41 塔吉克；42 怒；43 乌孜别克；44 俄罗斯；45 鄂温克；46 德昂；47 保安；48 裕固；49 京；50 塔塔尔；51 独龙；52 鄂伦春；53 赫哲；54 门巴；55 珞巴；56 基诺',
  ),
  yesNo: dictionary('是否', '1 是；0 否'),
} as const satisfies Readonly<Record<string, Dictionary>>;

export type DictionaryName = keyof typeof DICTIONARIES;

/** The word of a code; an unknown one is shown with its code, nothing is shown for nothing. */
export function wordOf(name: DictionaryName, code: string | null): string | null {
  if (code === null || code === '') return null;
  return DICTIONARIES[name].words.get(code) ?? `其他(${code})`;
}

/** The code of a word: what we hold as words goes out as codes. Null where the table has no such word. */
export function codeOf(name: DictionaryName, word: string | null): string | null {
  if (word === null) return null;
  for (const [code, one] of DICTIONARIES[name].words) if (one === word) return code;
  return null;
}

/** 民族 as text, from either spelling: 汉, 汉族 or 01. */
export function nationOf(text: string): string {
  return DICTIONARIES.nation.words.get(text.padStart(2, '0')) ?? text.replace(/族$/u, '');
}
