import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { networksOf } from '../networks.ts';

/**
 * Which addresses may be called from here. Public ones only: whoever may write down an address to be called must not reach
 * with it what only we can reach (the machine itself, the office's network, a cloud's metadata). An operator may open networks.
 */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carriers' own; some clouds keep their metadata here
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Inside the globally routed 2000::/3, what wraps or stands for something else. Everything outside it is closed, mapped IPv4 too. */
const CLOSED_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // Teredo, ORCHID, benchmarking
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4 carries an IPv4 address
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [network, length] of CLOSED_V4) closed.addSubnet(network, length, 'ipv4');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const closed6 = new BlockList();
for (const [network, length] of CLOSED_V6) closed6.addSubnet(network, length, 'ipv6');

/** Tells whether an address may be called; `opened` are networks the operator trusts. */
export function callableAddress(opened: readonly string[]): (address: string) => { readonly callable: boolean; readonly opened: boolean } {
  const isOpened = networksOf(opened);
  return (address) => {
    if (isIPv4(address)) {
      const isOwn = isOpened(address);
      return { callable: isOwn || !closed.check(address, 'ipv4'), opened: isOwn };
    }
    // A zone (fe80::1%eth0) names a link: never public.
    if (!isIPv6(address) || address.includes('%')) return { callable: false, opened: false };
    const isOwn = !isMapped(address) && isOpened(address);
    return { callable: isOwn || (global6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')), opened: isOwn };
  };
}

const mapped = new BlockList();
mapped.addSubnet('::ffff:0:0', 96, 'ipv6');

/** An IPv4 address in IPv6 clothes is called by its own name or not at all. */
function isMapped(address: string): boolean {
  return mapped.check(address, 'ipv6') || /^::ffff:/i.test(address);
}
