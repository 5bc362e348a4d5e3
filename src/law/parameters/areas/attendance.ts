import { basisPoints } from '#kernel/basis-points.ts';
import { chosen, type Parameter, parameter } from '../parameter.ts';

/** 考勤. */
export const attendanceParameters = {
  // 考勤
  'attendance.silent-days': parameter('steps', '连续多少日无考勤（蓝、黄、橙、红）', chosen([3, 7, 15, 30], '同类平台通行口径')),
  'attendance.report-lag-days': parameter('natural-days', '考勤正常报送最多间隔多少日', chosen(25, '半月表或者月表；闸机直连的改为1日')),
  'attendance.start-days': parameter('natural-days', '开工后多少日内应启用考勤', chosen(30, '许可后30日（同类平台最宽口径）')),
  'attendance.fewer-heads': parameter('basis-points', '考勤人数低于此前中位数的多少', chosen(basisPoints(5000), '50%')),
  'attendance.update.blue': parameter('basis-points', '考勤更新率低于多少为蓝', chosen(basisPoints(9000), '90%')),
  'attendance.update.yellow': parameter('basis-points', '考勤更新率低于多少为黄', chosen(basisPoints(7000), '70%')),
  'attendance.invalid.yellow': parameter('basis-points', '无效考勤占比超过多少为黄', chosen(basisPoints(3000), '30%')),
  'attendance.manual.yellow': parameter('basis-points', '手工补录占比超过多少为黄', chosen(basisPoints(2000), '20%')),
  'attendance.regular.yellow': parameter('basis-points', '同一分钟打卡或整月不休的人数占比超过多少为黄', chosen(basisPoints(8000), '80%')),
  'attendance.outside.yellow': parameter('times', '一个月围栏外打卡多少次为黄', chosen(3, '一两次多是定位漂移')),
  'attendance.outside.orange': parameter('times', '一个月围栏外打卡多少次为橙', chosen(10, '并且不止一日')),
  'attendance.same-position.days': parameter('natural-days', '一台设备一个月有多少日定位一模一样为黄', chosen(2, '一日可能是设备没有刷新定位')),
  'attendance.burst.days': parameter('natural-days', '一台设备一个月有多少日打卡过密为黄', chosen(3, '一两日多是停电后补传或者多通道合用一台')),
  'attendance.waiting.blue': parameter('natural-days', '打卡待核实多少日为蓝', chosen(7, '核实以前不计入出勤，拖过发薪就少算工资')),
  'attendance.waiting.yellow': parameter('natural-days', '打卡待核实多少日为黄', chosen(15, '半个月')),
  // 考勤设备
  'device.silent.blue': parameter('natural-days', '考勤设备整多少日没有上报为蓝', chosen(1, '24小时')),
  'device.silent.yellow': parameter('natural-days', '考勤设备整多少日没有上报为黄', chosen(3, '72小时')),
  'device.gap-days': parameter('natural-days', '打卡序号缺了多少日仍未补传为蓝', chosen(3, '每次上报都要求补传，三日不到多半是丢了')),
  'device.store-days': parameter('natural-days', '考勤设备离线暂存的打卡最多补传多少日', chosen(7, '断网断电多在一周内恢复；更早的由人核实')),
  'device.clock-skew': parameter('minutes', '考勤设备时钟偏差超过多少分钟标记', chosen(5, '与实时上报的时限一致')),
  'device.speed-limit': parameter('kilometres-per-hour', '同一人两个工地之间快于多少为不可能的行程', chosen(120, '高速公路最高限速')),
  'device.burst': parameter('times', '一台设备60秒内超过多少次打卡为过密', chosen(60, '一个通道持续一分钟每秒一人')),
  'device.fence': parameter('metres', '打卡位置距设备登记位置超过多少米为围栏外', chosen(1000, '大工地的边长；小工地宜调小')),
  'device.same-position': parameter('times', '手机打卡同一天定位一模一样达多少次标记', chosen(10, '真实定位每次相差数米')),
} as const satisfies Readonly<Record<string, Parameter>>;
