import { ValidateBy } from 'class-validator';
import ipaddr from 'ipaddr.js';

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Addresses and networks with commas between them; none is a list too. */
export function IsNetworks(): PropertyDecorator {
  return ValidateBy({
    name: 'isNetworks',
    validator: { validate: (value: unknown) => typeof value === 'string' && networksOf(value) !== undefined },
  });
}

/** @param networks as IsNetworks lets them through */
export function isWithin(networks: string): (address: string) => boolean {
  const all = networksOf(networks) ?? [];
  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    return all.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
  };
}

function networksOf(text: string): Network[] | undefined {
  const parts = text.split(',').map((part) => part.trim());
  try {
    return parts.filter((part) => part !== '').map(networkOf);
  } catch {
    return undefined;
  }
}

function networkOf(text: string): Network {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
