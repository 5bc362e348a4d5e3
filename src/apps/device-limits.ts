import { regionCode } from '#kernel/region-code.ts';
import { type ParameterId, valueOn } from '#law/parameters/index.ts';
import { type DeviceLimits, LIMIT_PARAMETERS } from '#modules/prevention/devices/domain/index.ts';
import type { Clock } from '#platform/clock.ts';
import { profileOf } from '#profiles/index.ts';

/** 考勤设备的界限 in force today at a place. The nation chose each for every place, so that none can be missing. */
export function deviceLimits(clock: Clock): (region: string) => DeviceLimits {
  return (region) => {
    const [profile, today] = [profileOf(regionCode(region)), clock.today()];
    const value = (id: (typeof LIMIT_PARAMETERS)[keyof DeviceLimits] & ParameterId): number => {
      const answer = valueOn(id, profile, today);
      if (!answer.ok) throw new Error(answer.missing);
      return answer.inForce.value;
    };
    return {
      storeDays: value(LIMIT_PARAMETERS.storeDays),
      skewMinutes: value(LIMIT_PARAMETERS.skewMinutes),
      speedKmh: value(LIMIT_PARAMETERS.speedKmh),
      burstPerMinute: value(LIMIT_PARAMETERS.burstPerMinute),
      fenceMetres: value(LIMIT_PARAMETERS.fenceMetres),
      samePosition: value(LIMIT_PARAMETERS.samePosition),
      silentDays: value(LIMIT_PARAMETERS.silentDays),
      longSilentDays: value(LIMIT_PARAMETERS.longSilentDays),
    };
  };
}
