import { BlockList, isIPv6 } from 'node:net';

/** Whether an address lies in one of these networks (`10.1.2.0/24`, `fd00::/8`; without a length the one address). An IPv4 address in IPv6 clothes is its own. */
export function networksOf(list: readonly string[]): (address: string) => boolean {
  const networks = new BlockList();
  for (const network of list) {
    const [address = '', length] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    networks.addSubnet(address, length === undefined ? (family === 'ipv6' ? 128 : 32) : Number(length), family);
  }
  return (address) => {
    const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
    return networks.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  };
}
