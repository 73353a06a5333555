/*
 * The ports of `EXPOSE`:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert_expose.go
 */
import {
	resolve,
	type Dockerfile,
	type Fault,
	type Place,
	type Resolved,
} from '../dockerfile/dockerfile.ts';

/** One port of `EXPOSE`: `127.0.0.1:80:8000-8010/tcp`. */
interface Port {
	text: string;
	address: string;
	host: string;
	container: string;
	protocol: string;
}

/** ExposeInvalidFormat: only the container's port stands here, no address and no host port. */
export function findMappings(file: Dockerfile): Fault[] {
	return findPorts(file, ({ text, address, host }) =>
		address === '' && host === ''
			? undefined
			: `\`${text}\` has an address or a host port, which belong to \`docker run -p\``,
	);
}

/** ExposeProtoCasing: `tcp`, not `TCP`. */
export function findRaisedProtocols(file: Dockerfile): Fault[] {
	return findPorts(file, ({ text, protocol }) =>
		/[A-Z]/.test(protocol) ? `the protocol of \`${text}\` is not in lower case` : undefined,
	);
}

function findPorts({ places }: Dockerfile, find: (port: Port) => string | undefined): Fault[] {
	return places.flatMap((place) => {
		const { keyword, line } = place.instruction;
		if (keyword !== 'EXPOSE') return [];
		const ports = toPorts(place).flatMap(({ ports }) => ports);
		const end = ports.findIndex((port) => toPortFault(port) !== undefined);
		// Docker stops at a port that is none; it looks at the form between its protocol and the rest.
		return (end < 0 ? ports : ports.slice(0, end + 1))
			.filter((port) => toProtocolFault(port) === undefined)
			.flatMap((port) => find(port) ?? [])
			.map((text) => ({ line, text }));
	});
}

/** The ports of an instruction, word by word, in the order in which Docker reads them. */
export function toPorts({ instruction, environment }: Place): { word: Resolved; ports: Port[] }[] {
	return instruction.words.toSorted().map((text) => {
		const word = resolve(text, environment);
		return { word, ports: word.value.split(/\s+/).filter(Boolean).map(toPort) };
	});
}

function toPort(text: string): Port {
	const parts = text.split(':');
	const [, container = '', protocol = ''] = /^([^/]*)\/?(.*)$/s.exec(parts.at(-1) ?? '') ?? [];
	const address = parts.slice(0, -2).join(':');
	return { text, address, host: parts.at(-2) ?? '', container, protocol };
}

/** Why a port is none, if it is not. */
export function toPortFault(port: Port): string | undefined {
	const { address, host, container } = port;
	const protocolFault = toProtocolFault(port);
	if (protocolFault !== undefined) return protocolFault;
	if (address !== '' && !isAddress(address)) return `invalid IP address: ${address}`;
	const range = toRange(container);
	if (range === undefined) return `invalid containerPort: ${container}`;
	if (host === '') return undefined;
	const hostRange = toRange(host);
	if (hostRange === undefined) return `invalid hostPort: ${host}`;
	return range > 0 && range !== hostRange
		? `invalid ranges specified for container and host Ports: ${container} and ${host}`
		: undefined;
}

function toProtocolFault({ container, protocol }: Port): string | undefined {
	if (container === '') return 'no port specified';
	return /^(?:tcp|udp|sctp|)$/i.test(protocol) ? undefined : `invalid proto: ${protocol}`;
}

function isAddress(text: string): boolean {
	const byte = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
	return new RegExp(`^(?:${byte}(?:\\.${byte}){3}|\\[?[\\da-f.]*:[\\da-f.:]*\\]?)$`, 'i').test(
		text,
	);
}

/** How many ports follow the first one; nothing for what is no range. */
function toRange(text: string): number | undefined {
	const [start, end = start, ...rest] = text
		.split('-')
		.map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
	if (start === undefined || end === undefined || rest.length > 0) return undefined;
	return end <= 65_535 && start <= end ? end - start : undefined;
}
